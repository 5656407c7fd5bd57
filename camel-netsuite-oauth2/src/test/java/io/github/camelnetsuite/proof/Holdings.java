package io.github.camelnetsuite.proof;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What this JVM holds at a moment: its live threads and the number of open files and sockets. Both ends of a connection to the
 * simulator count, since both are in this JVM; the simulator's own threads do not, since its pool keeps idle ones for a minute.
 */
record Holdings(Set<String> threads, long openFiles) {

    static Holdings now() {
        Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("netsuite-simulator-"))
                .map(thread -> thread.getName() + " #" + thread.getId())
                .collect(Collectors.toCollection(TreeSet::new));
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Holdings(threads, system.getOpenFileDescriptorCount());
    }

    /** The threads that were not there before. */
    Set<String> threadsBeyond(Holdings before) {
        Set<String> more = new TreeSet<>(threads);
        more.removeAll(before.threads);
        return more;
    }
}
