package io.github.camelnetsuite.benchmarks;

import io.github.camelnetsuite.camel.auth.NetSuiteAuthProcessor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** {@code netsuiteAuth} on a new exchange, against setting the same header as fixed text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProcessorBenchmark {

    private final NetSuiteAuthProcessor processor = new NetSuiteAuthProcessor();

    @Benchmark
    public Exchange netsuiteAuth(Guarded guarded) {
        return authenticated(guarded.context);
    }

    @Benchmark
    public Exchange netsuiteAuthWithoutGuard(Unguarded unguarded) {
        return authenticated(unguarded.context);
    }

    @Benchmark
    public Exchange fixedHeader(Guarded guarded) {
        Exchange exchange = new DefaultExchange(guarded.context.camel());
        exchange.getMessage().setHeader("Authorization", "Bearer opaque");
        return exchange;
    }

    private Exchange authenticated(SimulatedContext context) {
        Exchange exchange = new DefaultExchange(context.camel());
        processor.process(exchange);
        return exchange;
    }

    /** A context in which the guard keeps the header at home, as by default. */
    @State(Scope.Benchmark)
    public static class Guarded {

        private final SimulatedContext context = new SimulatedContext(true);

        @TearDown
        public void stop() throws Exception {
            context.close();
        }
    }

    /** A context in which the guard is switched off. */
    @State(Scope.Benchmark)
    public static class Unguarded {

        private final SimulatedContext context = new SimulatedContext(false);

        @TearDown
        public void stop() throws Exception {
            context.close();
        }
    }
}
