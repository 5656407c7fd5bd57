package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.http.Service;

/** Sends a request to what serves its path; each port knows only its own paths. */
final class Site {

    static final String RESTLET_PATH = "/app/site/hosting/restlet.nl";

    private final Addresses addresses;
    private final String companyId;
    private final BearerGate gate;
    private final TokenEndpoint token;
    private final CertificateEndpoint certificates;
    private final RecordEndpoint records;
    private final SuiteQlEndpoint suiteQl;
    private final SystemEndpoint system;
    private final RestletEndpoint restlets;
    private final Conduct conduct;

    Site(
            Addresses addresses,
            String companyId,
            BearerGate gate,
            TokenEndpoint token,
            CertificateEndpoint certificates,
            RecordEndpoint records,
            SuiteQlEndpoint suiteQl,
            SystemEndpoint system,
            RestletEndpoint restlets,
            Conduct conduct) {
        this.addresses = addresses;
        this.companyId = companyId;
        this.gate = gate;
        this.token = token;
        this.certificates = certificates;
        this.records = records;
        this.suiteQl = suiteQl;
        this.system = system;
        this.restlets = restlets;
        this.conduct = conduct;
    }

    /**
     * The answer.
     *
     * @param seen the version of the data when the request began
     */
    Response answer(Request request, long seen) {
        if (!request.isWellEncoded()) {
            throw RestError.of(400, "INVALID_REQUEST", "The percent-encoding of the URL is broken.");
        }
        return request.service() == Service.SUITETALK ? suiteTalk(request, seen) : restlets(request);
    }

    private Response suiteTalk(Request request, long seen) {
        String path = request.path();
        if (path.equals(Audiences.TOKEN_PATH)) {
            return token.answer(request);
        }
        if (path.equals(PlatformKeys.PATH)) {
            return PlatformKeys.answer(companyId);
        }
        if (path.startsWith(RecordEndpoint.PATH + "/")) {
            gate.check(request, "rest_webservices");
            return records.answer(request, addresses.linkBase(request) + RecordEndpoint.PATH, seen);
        }
        if (path.equals(SuiteQlEndpoint.PATH)) {
            gate.check(request, "rest_webservices");
            return suiteQl.answer(request, addresses.linkBase(request) + SuiteQlEndpoint.PATH);
        }
        if (path.startsWith(SystemEndpoint.PATH)) {
            gate.check(request, "rest_webservices");
            return system.answer(request);
        }
        if (path.equals(RESTLET_PATH)) {
            conduct.mode(Quirk.RESTLET_HOST);
            throw new RestletError(403, "INVALID_REQUEST", "RESTlets are called on the account's restlets host.");
        }
        throw notHere(request);
    }

    private Response restlets(Request request) {
        if (request.path().startsWith(CertificateEndpoint.PATH)) {
            gate.check(request, "rest_webservices");
            return certificates.answer(request);
        }
        if (request.path().equals(RESTLET_PATH)) {
            checkRestletLogin(request);
            return restlets.answer(request);
        }
        throw notHere(request);
    }

    private void checkRestletLogin(Request request) {
        try {
            gate.check(request, "restlets");
        } catch (RestError refused) {
            throw new RestletError(refused.status(), "INVALID_LOGIN_ATTEMPT", "Invalid login attempt.");
        }
    }

    private static RestError notHere(Request request) {
        return RestError.of(404, "INVALID_REQUEST", "The URL is not served on this host.")
                .atUrl(request.path());
    }
}
