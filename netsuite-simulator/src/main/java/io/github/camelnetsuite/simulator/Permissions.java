package io.github.camelnetsuite.simulator;

/** What the role may not do, in NetSuite's words. */
final class Permissions {

    private static final String LISTS = "Your current role does not have permission to perform this action."
            + " You need the 'SuiteAnalytics Workbook' permission. Contact your account administrator.";

    private Permissions() {}

    /** Lists, {@code q} and SuiteQL need <i>SuiteAnalytics Workbook</i>; reading by ID does not. */
    static void forLists(Settings settings, Conduct conduct) {
        if (!settings.has(Permission.SUITEANALYTICS_WORKBOOK)) {
            throw conduct.is(Quirk.PERMISSION_DENIED, "lists 400, types 403")
                    ? RestError.of(400, "USER_ERROR", LISTS)
                    : RestError.of(403, "INSUFFICIENT_PERMISSION", LISTS);
        }
    }

    static void forType(Settings settings, Conduct conduct, String type) {
        if (!settings.allowsRecordType(type)) {
            String detail = "Your current role does not have permission to use the record type '" + type + "'.";
            throw conduct.is(Quirk.PERMISSION_DENIED, "lists 400, types 403")
                    ? RestError.of(403, "INSUFFICIENT_PERMISSION", detail)
                    : RestError.of(400, "USER_ERROR", detail);
        }
    }
}
