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

    Site(
            Addresses addresses,
            String companyId,
            BearerGate gate,
            TokenEndpoint token,
            CertificateEndpoint certificates,
            RecordEndpoint records,
            SuiteQlEndpoint suiteQl,
            SystemEndpoint system) {
        this.addresses = addresses;
        this.companyId = companyId;
        this.gate = gate;
        this.token = token;
        this.certificates = certificates;
        this.records = records;
        this.suiteQl = suiteQl;
        this.system = system;
    }

    Response answer(Request request) {
        if (!request.isWellEncoded()) {
            throw RestError.of(400, "INVALID_REQUEST", "The percent-encoding of the URL is broken.");
        }
        return request.service() == Service.SUITETALK ? suiteTalk(request) : restlets(request);
    }

    private Response suiteTalk(Request request) {
        String path = request.path();
        if (path.equals(Audiences.TOKEN_PATH)) {
            return token.answer(request);
        }
        if (path.equals(PlatformKeys.PATH)) {
            return PlatformKeys.answer(companyId);
        }
        if (path.startsWith(RecordEndpoint.PATH + "/")) {
            gate.check(request, "rest_webservices");
            return records.answer(request, addresses.linkBase(request) + RecordEndpoint.PATH);
        }
        if (path.equals(SuiteQlEndpoint.PATH)) {
            gate.check(request, "rest_webservices");
            return suiteQl.answer(request, addresses.linkBase(request) + SuiteQlEndpoint.PATH);
        }
        if (path.startsWith(SystemEndpoint.PATH)) {
            gate.check(request, "rest_webservices");
            return system.answer(request);
        }
        throw notHere(request);
    }

    private Response restlets(Request request) {
        if (request.path().startsWith(CertificateEndpoint.PATH)) {
            gate.check(request, "rest_webservices");
            return certificates.answer(request);
        }
        if (request.path().equals(RESTLET_PATH)) {
            gate.check(request, "restlets");
            return RestletError.of(
                    404, "SSS_INVALID_SCRIPTLET_ID", "That Suitelet is invalid, disabled, or no longer exists.");
        }
        throw notHere(request);
    }

    private static RestError notHere(Request request) {
        return RestError.of(404, "INVALID_REQUEST", "The URL is not served on this host.")
                .atUrl(request.path());
    }
}
