package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.token.TokenStatus;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** NetSuite accounts and their access tokens in Camel's developer console, without secrets. Asks NetSuite nothing. */
@DevConsole(name = "netsuite", displayName = "NetSuite", description = "NetSuite accounts and their access tokens")
@Configurer(extended = true)
public class NetSuiteDevConsole extends AbstractDevConsole {

    public NetSuiteDevConsole() {
        super("camel", "netsuite", "NetSuite", "NetSuite accounts and their access tokens");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (AccountFacts account : accounts()) {
            append(text, account);
        }
        return text.isEmpty() ? "No NetSuite account is in use.\n" : text.toString();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonArray accounts = new JsonArray();
        accounts().forEach(account -> accounts.add(json(account)));
        JsonObject root = new JsonObject();
        root.put("accounts", accounts);
        return root;
    }

    private List<AccountFacts> accounts() {
        return getCamelContext().hasComponent("netsuite") instanceof NetSuiteComponent component
                ? component.accountFacts()
                : List.of();
    }

    private static void append(StringBuilder text, AccountFacts account) {
        TokenStatus token = account.token();
        text.append("Account ")
                .append(account.name())
                .append(": ")
                .append(account.accountId())
                .append(" (")
                .append(account.accountId().kind().label())
                .append(account.readOnly() ? ", read-only" : "")
                .append(")\n");
        line(text, "Certificate ID", account.certificateId());
        line(text, "Signature algorithm", account.algorithm());
        line(text, "Certificate expires", account.certificateExpiresAt());
        line(text, "Days to certificate expiry", account.daysToCertificateExpiry());
        line(text, "Access token", token.state());
        line(text, "Age in seconds", account.tokenAgeSeconds());
        line(text, "Expires", token.expiresAt());
        line(text, "Tokens granted", token.refreshes());
        line(text, "Failures", token.failures());
        line(text, "Last failure", token.lastFailure());
        line(text, "Last failure at", token.lastFailureAt());
        line(text, "Credentials refused", token.credentialsRefused() ? "yes" : "no");
        line(text, "Token requests paused until", token.pausedUntil());
        line(text, "Clock offset in seconds", token.clockOffset().toSeconds());
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append("    ").append(name).append(": ").append(value).append('\n');
        }
    }

    private static JsonObject json(AccountFacts account) {
        TokenStatus token = account.token();
        JsonObject json = new JsonObject();
        json.put("name", account.name());
        json.put("accountId", account.accountId().value());
        json.put("kind", account.accountId().kind().label());
        json.put("readOnly", account.readOnly());
        json.put("certificateId", account.certificateId());
        json.put("signatureAlgorithm", account.algorithm().name());
        put(json, "certificateExpiresAt", account.certificateExpiresAt());
        put(json, "daysToCertificateExpiry", account.daysToCertificateExpiry());
        json.put("tokenState", token.state().name());
        put(json, "tokenAgeSeconds", account.tokenAgeSeconds());
        put(json, "tokenExpiresAt", token.expiresAt());
        json.put("tokensGranted", token.refreshes());
        json.put("tokenFailures", token.failures());
        put(json, "lastTokenFailure", token.lastFailure());
        put(json, "lastTokenFailureAt", token.lastFailureAt());
        json.put("credentialsRefused", token.credentialsRefused());
        put(json, "tokenRequestsPausedUntil", token.pausedUntil());
        json.put("clockOffsetSeconds", token.clockOffset().toSeconds());
        return json;
    }

    private static void put(JsonObject json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value instanceof Number ? value : value.toString());
        }
    }
}
