package io.github.camelnetsuite.examples.flows.shop;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the shop puts the products it receives. */
@FunctionalInterface
public interface Shelf {

    /**
     * Takes a product, in place of an earlier state of it.
     *
     * @throws IllegalArgumentException when the shop does not want it
     */
    void put(JsonNode product);
}
