package io.github.camelnetsuite.examples.quarkus;

import io.github.camelnetsuite.NetSuiteException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Customers as NetSuite has them. */
@Path("/customers")
public final class CustomerResource {

    private static final System.Logger LOG = System.getLogger(CustomerResource.class.getName());
    private static final int NOT_FOUND = 404;
    private static final int BAD_GATEWAY = 502;

    private final ProducerTemplate camel;

    CustomerResource(ProducerTemplate camel) {
        this.camel = camel;
    }

    // snippet:read
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<?, ?> customer(@PathParam("id") long id) {
        return camel.requestBodyAndHeader("netsuite:get", null, "CamelNetSuiteResource", "customer/" + id, Map.class);
    }
    // end:read

    /** What NetSuite does not have is not here either. What NetSuite said is for the log, not for whoever asks. */
    @ServerExceptionMapper
    public Response refused(CamelExecutionException failure) {
        if (!(failure.getCause() instanceof NetSuiteException refusal)) {
            throw failure;
        }
        boolean notFound = refusal.status().orElse(BAD_GATEWAY) == NOT_FOUND;
        LOG.log(notFound ? Level.DEBUG : Level.WARNING, "The customer was not read: {0}", refusal.getMessage());
        int status = notFound ? NOT_FOUND : BAD_GATEWAY;
        String reason = notFound ? "There is no such customer." : "NetSuite cannot be asked just now.";
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("status", status, "reason", reason))
                .build();
    }
}
