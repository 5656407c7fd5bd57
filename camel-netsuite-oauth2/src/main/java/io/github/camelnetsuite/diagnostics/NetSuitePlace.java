package io.github.camelnetsuite.diagnostics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to click in NetSuite.
 *
 * @see "NetSuite help: Setting Up OAuth 2.0"
 */
final class NetSuitePlace {

    static final String COMPANY = "Setup > Company > Company Information (tab Company URLs for the addresses)";
    static final String FEATURES = "Setup > Company > Enable Features > SuiteCloud";
    static final String INTEGRATIONS = "Setup > Integration > Manage Integrations";
    static final String MAPPINGS =
            "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup";
    static final String ROLES = "Setup > Users/Roles > User Management > Manage Roles";
    static final String AUDIT_TRAIL = "Setup > Users/Roles > User Management > View Login Audit Trail "
            + "(advanced search, result columns Detail and Token-based Application Name)";

    private NetSuitePlace() {}

    /** The page on which the cause behind these codes is set right; null when it is none of NetSuite's. */
    static @Nullable String of(List<String> auditTrailCodes) {
        return auditTrailCodes.isEmpty() ? null : of(auditTrailCodes.get(0));
    }

    private static @Nullable String of(String code) {
        return switch (code) {
            case "MissingKey", "MissingKeyId", "SignatureValidation", "InvalidSignature" -> MAPPINGS;
            case "UnknownIntegration",
                    "InvalidIssuer",
                    "ClientIdMismatch",
                    "IntegrationBlocked",
                    "InvalidIntegration",
                    "InvalidGrantType",
                    "AuthorizationCodeGrantRequired",
                    "ScopeMismatched" -> INTEGRATIONS;
            case "EntityOrRoleDisabled" -> ROLES;
            case "FeatureDisabled" -> FEATURES;
            default -> null;
        };
    }
}
