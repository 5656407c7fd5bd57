package io.github.camelnetsuite.benchmarks.proofs;

/**
 * Traffic to be made by a client, from when it is told to until it is told to end.
 *
 * @param node name of the client
 * @param limited whether calls pass the connector's limiter; otherwise each route has one to itself, which limits nothing
 * @param bulkRoutes routes that write customers one after the other, as fast as they can
 * @param webhookRoutes routes that create an order each time a webhook comes
 * @param webhookMillis time between two webhooks of a route
 */
record TrafficTask(
        Account account, String node, boolean limited, int bulkRoutes, int webhookRoutes, long webhookMillis) {}
