package io.github.camelnetsuite.camel;

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

/** Call NetSuite: records and SuiteQL, on OAuth 2.0 machine-to-machine credentials. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "netsuite",
        title = "NetSuite",
        syntax = "netsuite:operation:resource",
        category = {Category.CLOUD, Category.SAAS},
        producerOnly = true,
        headersClass = NetSuiteConstants.class)
public class NetSuiteEndpoint extends DefaultEndpoint {

    @UriPath(description = "What to do.", enums = "get,create,update,upsert,delete,suiteql,token,assertion")
    @Metadata(required = true)
    private NetSuiteOperation operation;

    @UriPath(description = "The record or record type, such as `customer/42`, `customer/eid:SHOP-7` or `salesOrder`.")
    private @Nullable String resource;

    @UriParam(
            label = "producer",
            description = "Name of the configured account to use. By default the component's own settings.")
    private @Nullable String account;

    @UriParam(
            label = "producer",
            description =
                    "SuiteQL query: text, or `resource:classpath:x.sql` or `resource:file:x.sql`. Named parameters (`:#name`) "
                            + "take their values from a Map in the body or in the header `CamelNetSuiteParameters`.")
    @Metadata(supportFileReference = true, largeInput = true, inputLanguage = "sql")
    private @Nullable String query;

    @UriParam(label = "producer", defaultValue = "1000", description = "Rows to read at a time, 1 to 1000.")
    private int pageSize = 1000;

    @UriParam(label = "producer", description = "The most rows a query gives. By default all of them.")
    private long limit;

    @UriParam(label = "producer", description = "Fields to read, separated by commas. By default all of them.")
    private @Nullable String fields;

    @UriParam(
            label = "producer",
            description = "Whether `get` also reads sublists and subrecords, such as the lines of an order.")
    private boolean expandSubResources;

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
}
