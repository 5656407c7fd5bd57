package io.github.camelnetsuite.camel;

import org.apache.camel.spi.Metadata;

/** Message headers of the component. HTTP transports neither send nor accept headers that start with Camel. */
public final class NetSuiteConstants {

    @Metadata(
            label = "producer",
            description =
                    "Name of the configured account to use instead of the endpoint's. It can only choose an account, "
                            + "never define one.",
            javaType = "String")
    public static final String ACCOUNT = "CamelNetSuiteAccount";

    @Metadata(
            label = "producer",
            description = "Resource to use instead of the endpoint's, such as `customer/42`.",
            javaType = "String")
    public static final String RESOURCE = "CamelNetSuiteResource";

    @Metadata(
            label = "producer",
            description =
                    "SuiteQL query to run instead of the endpoint's option `query`; for `list`, filter instead of the"
                            + " option `q`.",
            javaType = "String")
    public static final String QUERY = "CamelNetSuiteQuery";

    @Metadata(
            label = "producer",
            description = "Values of the query's named parameters (`:#name`), which override those in the body; query"
                    + " parameters of a RESTlet, which override the endpoint's.",
            javaType = "Map<String, Object>")
    public static final String PARAMETERS = "CamelNetSuiteParameters";

    @Metadata(
            label = "producer",
            description = "Fields to read, separated by commas, instead of the endpoint's option `fields`.",
            javaType = "String")
    public static final String FIELDS = "CamelNetSuiteFields";

    @Metadata(
            label = "producer",
            description =
                    "External ID of the record: with the resource `customer`, `SHOP-7` stands for "
                            + "`customer/eid:SHOP-7`. For `create` and `transform`, the external ID of the record that is made.",
            javaType = "String")
    public static final String EXTERNAL_ID = "CamelNetSuiteExternalId";

    @Metadata(
            label = "producer",
            description = "The most rows a query or a list gives, instead of the endpoint's option `limit`.",
            javaType = "Long")
    public static final String LIMIT = "CamelNetSuiteLimit";

    @Metadata(
            label = "producer",
            description = "After a write: internal ID of the record, when NetSuite's answer names it.",
            javaType = "String")
    public static final String ID = "CamelNetSuiteId";

    @Metadata(
            label = "producer",
            description = "After a write: how many times it was sent, look-ups not counted.",
            javaType = "Integer")
    public static final String ATTEMPTS = "CamelNetSuiteAttempts";

    @Metadata(
            label = "producer",
            description =
                    "After a write: how its success is known. `answered`: NetSuite said so. `found`: the answer was lost, and "
                            + "the record was looked up and is there as it was sent. `gone`: the answer to a delete was lost, and the "
                            + "record was gone when it was sent again. `accepted_before`: a job with its idempotency key was there.",
            javaType = "String")
    public static final String OUTCOME = "CamelNetSuiteOutcome";

    @Metadata(
            label = "producer",
            description =
                    "After a write with the option `verify`: the fields that NetSuite did not keep as they were sent.",
            javaType = "List<String>")
    public static final String DROPPED = "CamelNetSuiteDropped";

    private NetSuiteConstants() {}
}
