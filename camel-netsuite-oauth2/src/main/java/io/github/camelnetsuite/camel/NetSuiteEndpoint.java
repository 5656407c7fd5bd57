package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.Lane;
import io.github.camelnetsuite.rest.RestletCall;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** Call NetSuite: records, SuiteQL and RESTlets, on OAuth 2.0 machine-to-machine credentials. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "netsuite",
        title = "NetSuite",
        syntax = "netsuite:operation:resource",
        category = {Category.CLOUD, Category.SAAS},
        producerOnly = true,
        headersClass = NetSuiteConstants.class)
public class NetSuiteEndpoint extends DefaultEndpoint {

    @UriPath(
            description = "What to do.",
            enums =
                    "get,list,create,update,upsert,delete,transform,attach,detach,action,suiteql,restlet,info,token,assertion")
    @Metadata(required = true)
    private NetSuiteOperation operation;

    @UriPath(
            description = "What it is done to: a record or record type, such as `customer/42`, `customer/eid:SHOP-7` or"
                    + " `salesOrder`; for `transform` `salesOrder/7/invoice`, for `attach` and `detach`"
                    + " `customer/42/contact/7`, for `action` `salesOrder/7/approve`; script and deployment of a"
                    + " RESTlet; for `info` one of `limits`, `serverTime`, `metadata` and `metadata/customer`.")
    private @Nullable String resource;

    @UriParam(
            label = "producer",
            description = "Name of the configured account to use. By default the component's own settings.")
    private @Nullable String account;

    @UriParam(
            label = "producer",
            description =
                    "SuiteQL query: text, or `resource:classpath:x.sql` or `resource:file:x.sql`. Named parameters"
                            + " (`:#name`) take their values from a Map in the body or in the header"
                            + " `CamelNetSuiteParameters`.")
    @Metadata(supportFileReference = true, largeInput = true, inputLanguage = "sql")
    private @Nullable String query;

    @UriParam(
            label = "producer",
            description =
                    "Filter of `list` in NetSuite's own words, such as `email IS \"x@example.com\"`. By default all"
                            + " records. The header `CamelNetSuiteQuery` overrides it.")
    @Metadata(largeInput = true)
    private @Nullable String q;

    @UriParam(label = "producer", defaultValue = "1000", description = "Rows to read at a time, 1 to 1000.")
    private int pageSize = 1000;

    @UriParam(label = "producer", description = "The most rows a query or a list gives. By default all of them.")
    private long limit;

    @UriParam(
            label = "producer",
            description =
                    "Column with a different number in each row of a query, such as `id` or `l.uniquekey`. It carries"
                            + " the query past NetSuite's limit of 100,000 rows. Found by itself when one table with an"
                            + " `id` is read.")
    private @Nullable String uniqueKey;

    @UriParam(
            label = "producer",
            defaultValue = "rows",
            enums = "rows,pages",
            description = "What a query gives one by one: `rows`, or `pages` with the rows of each as `items`.")
    private NetSuiteOutputType outputType = NetSuiteOutputType.ROWS;

    @UriParam(
            label = "producer",
            description =
                    "Fields that `get` and `list` read, separated by commas. By default `get` reads all of them, and"
                            + " `list` IDs only.")
    private @Nullable String fields;

    @UriParam(
            label = "producer",
            description = "Whether `get` and `list` also read sublists and subrecords, such as the lines of an order.")
    private boolean expandSubResources;

    @UriParam(
            label = "producer",
            description =
                    "External ID of the record that `create` or `transform` makes, by which it is found again when NetSuite's "
                            + "answer was lost. By default the one in the body, if there is one.")
    private @Nullable String externalId;

    @UriParam(
            label = "producer",
            description =
                    "Sublists whose lines a write replaces as a whole, separated by commas, such as `item`. Lines of other "
                            + "sublists are merged by their key; those without a key are added.")
    private @Nullable String replace;

    @UriParam(
            label = "producer",
            description =
                    "Whether doing it twice does no harm, so that `transform`, `attach`, `detach`, `action`, `restlet` and any "
                            + "other write may be sent again when NetSuite's answer was lost.")
    private boolean repeatable;

    @UriParam(
            label = "producer",
            description =
                    "Fields of the body, separated by commas, that are read back after a write. It is an error when NetSuite "
                            + "did not keep one as it was sent.")
    private @Nullable String verify;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Fields of the body, separated by commas, by which a record is known again when NetSuite's answer was "
                            + "lost. By default all of them. Lines are always compared.")
    private @Nullable String matchFields;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "error",
            enums = "error,warning,ignore",
            description = "What NetSuite does about a field it does not know: refuse the record, or drop the field.")
    private String propertyNameValidation = "error";

    @UriParam(
            label = "producer",
            enums = "PRIORITY,BULK",
            description =
                    "The lane in which calls wait while all permits of the account are taken; the priority lane goes first. "
                            + "By default bulk for `suiteql` and `list`, and priority for everything else.")
    private @Nullable Lane lane;

    @UriParam(
            label = "producer",
            description =
                    "Method a RESTlet is called with. By default `POST` when there is a body, and `GET` otherwise.")
    private RestletCall.@Nullable Method method;

    @UriParam(
            label = "producer",
            enums = "application/json,application/xml,text/plain",
            description =
                    "Content type a RESTlet is called with. By default that of the message's header `Content-Type` if"
                            + " RESTlets know it, and JSON otherwise.")
    private @Nullable String contentType;

    @UriParam(
            label = "producer",
            description =
                    "Whether an error that a RESTlet reports with status 200 is a result like any other, instead of an"
                            + " exception.")
    private boolean errorsAsData;

    @UriParam(
            label = "producer",
            prefix = "parameters.",
            multiValue = true,
            description = "Query parameters for a RESTlet, such as `parameters.status=open`. The header"
                    + " `CamelNetSuiteParameters` adds to them.")
    private Map<String, Object> parameters = new LinkedHashMap<>();

    public NetSuiteEndpoint(String uri, NetSuiteComponent component, NetSuiteOperation operation) {
        super(uri, component);
        this.operation = operation;
    }

    @Override
    public NetSuiteComponent getComponent() {
        return (NetSuiteComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() {
        return new NetSuiteProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("netsuite:" + operation
                + " cannot start a route. Start it with a timer or quartz and call NetSuite with to.");
    }

    public NetSuiteOperation getOperation() {
        return operation;
    }

    public void setOperation(NetSuiteOperation operation) {
        this.operation = operation;
    }

    public @Nullable String getResource() {
        return resource;
    }

    public void setResource(@Nullable String resource) {
        this.resource = resource;
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    public @Nullable String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query;
    }

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public long getLimit() {
        return limit;
    }

    public void setLimit(long limit) {
        this.limit = limit;
    }

    public @Nullable String getUniqueKey() {
        return uniqueKey;
    }

    public void setUniqueKey(@Nullable String uniqueKey) {
        this.uniqueKey = uniqueKey;
    }

    public NetSuiteOutputType getOutputType() {
        return outputType;
    }

    public void setOutputType(NetSuiteOutputType outputType) {
        this.outputType = outputType;
    }

    public @Nullable String getFields() {
        return fields;
    }

    public void setFields(@Nullable String fields) {
        this.fields = fields;
    }

    public boolean isExpandSubResources() {
        return expandSubResources;
    }

    public void setExpandSubResources(boolean expandSubResources) {
        this.expandSubResources = expandSubResources;
    }

    public @Nullable String getExternalId() {
        return externalId;
    }

    public void setExternalId(@Nullable String externalId) {
        this.externalId = externalId;
    }

    public @Nullable String getReplace() {
        return replace;
    }

    public void setReplace(@Nullable String replace) {
        this.replace = replace;
    }

    public boolean isRepeatable() {
        return repeatable;
    }

    public void setRepeatable(boolean repeatable) {
        this.repeatable = repeatable;
    }

    public @Nullable String getVerify() {
        return verify;
    }

    public void setVerify(@Nullable String verify) {
        this.verify = verify;
    }

    public @Nullable String getMatchFields() {
        return matchFields;
    }

    public void setMatchFields(@Nullable String matchFields) {
        this.matchFields = matchFields;
    }

    public String getPropertyNameValidation() {
        return propertyNameValidation;
    }

    public void setPropertyNameValidation(String propertyNameValidation) {
        this.propertyNameValidation = propertyNameValidation;
    }

    public @Nullable Lane getLane() {
        return lane;
    }

    public void setLane(@Nullable Lane lane) {
        this.lane = lane;
    }

    public @Nullable String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q;
    }

    public RestletCall.@Nullable Method getMethod() {
        return method;
    }

    public void setMethod(RestletCall.@Nullable Method method) {
        this.method = method;
    }

    public @Nullable String getContentType() {
        return contentType;
    }

    public void setContentType(@Nullable String contentType) {
        this.contentType = contentType;
    }

    public boolean isErrorsAsData() {
        return errorsAsData;
    }

    public void setErrorsAsData(boolean errorsAsData) {
        this.errorsAsData = errorsAsData;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }
}
