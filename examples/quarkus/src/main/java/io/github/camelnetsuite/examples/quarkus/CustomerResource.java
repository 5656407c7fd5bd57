package io.github.camelnetsuite.examples.quarkus;

import io.github.camelnetsuite.NetSuiteException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Customers as NetSuite has them. */
@Path("/customers")
public final class CustomerResource {

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

    /** What NetSuite does not have is not here either; anything else that NetSuite refused is told in its words. */
    @ServerExceptionMapper
    public Response refused(CamelExecutionException failure) {
        if (!(failure.getCause() instanceof NetSuiteException refusal)) {
            throw failure;
        }
        int status = refusal.status().orElse(BAD_GATEWAY) == NOT_FOUND ? NOT_FOUND : BAD_GATEWAY;
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("status", status, "reason", String.valueOf(refusal.getMessage())))
                .build();
    }
}
