package io.github.camelnetsuite.simulator;

/** Permissions of the role behind the certificate. */
public enum Permission {
    /** <i>Log in using OAuth 2.0 Access Tokens</i>: without it no token is granted. */
    LOG_IN_WITH_ACCESS_TOKENS,
    /** <i>REST Web Services</i>: without it every call to the suitetalk host is a bad login. */
    REST_WEB_SERVICES,
    /** <i>SuiteAnalytics Workbook</i>: opens SuiteQL, collections and {@code q}. */
    SUITEANALYTICS_WORKBOOK,
    /** <i>Manage own OAuth 2.0 Client Credentials certificates</i>: opens the rotation endpoint. */
    MANAGE_OWN_CERTIFICATES,
    /** Being Administrator: opens the governance limits. */
    ADMINISTRATOR
}
