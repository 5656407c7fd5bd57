package io.github.camelnetsuite.diagnostics;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; may take its time. */
@FunctionalInterface
interface HostLookup {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
