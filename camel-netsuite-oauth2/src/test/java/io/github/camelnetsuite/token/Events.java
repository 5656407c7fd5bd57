package io.github.camelnetsuite.token;

import io.github.camelnetsuite.NetSuiteException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a listener was told, in order. */
final class Events implements TokenListener {

    private final List<String> told = new CopyOnWriteArrayList<>();

    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void granted(TokenStatus status) {
        told.add("granted " + status.certificateId());
    }

    @Override
    public void failed(TokenStatus status, NetSuiteException failure) {
        told.add("failed " + failure.getClass().getSimpleName());
    }

    @Override
    public void invalidated(TokenStatus status) {
        told.add("invalidated");
    }
}
