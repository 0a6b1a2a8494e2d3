package himalia.magics.notebook;

import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures code many times, after a warm-up: the JVM compiles what it runs often. */
@Command(
        name = "timeit",
        description =
                "Measures a line of code, or with two percent signs a cell, many times after a warm-up.",
        footer = "Example: %%timeit list.stream().sorted().toList()")
public final class TimeitMagic implements LineMagic<Timing> {
    private static final int MOST_ROUNDS = 10_000;
    private static final double LONGEST = 3_600;

    @Option(
            names = "--rounds",
            defaultValue = "7",
            description = "Measured rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "0.2",
            description = "Length of a round. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Parameters(paramLabel = "CODE", description = "What is measured: the rest of the line.")
    private Callable<?> action = () -> "";

    @Override
    public Timing run(Notebook notebook) throws Exception {
        check();
        boolean used = named() != CurrentNotebook.NOTHING;
        var times = new double[rounds];
        // Two rounds for the compilers, one for the mind of the cache.
        long count = round(3 * seconds, 1);
        count = round(seconds, Math.max(1, count / 4));
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            for (long j = 0; j < count; j++) {
                Sink.take(action.call());
            }
            times[i] = (System.nanoTime() - begin) / (double) count;
        }
        Sink.empty();
        return Timing.of(times, count, used);
    }

    private void check() {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new MagicException(
                    "%timeit: --rounds is " + rounds + "; it is between 1 and " + MOST_ROUNDS);
        }
        if (!(seconds > 0 && seconds <= LONGEST)) {
            throw new MagicException(
                    "%timeit: --seconds is "
                            + seconds
                            + "; it is above 0 and at most "
                            + (int) LONGEST);
        }
    }

    /** A name whose value is itself an action stands for what that does. Returns what the first call gave. */
    private @Nullable Object named() throws Exception {
        var value = action.call();
        if (value instanceof Callable<?> inner) {
            action = inner;
        } else if (value instanceof Runnable inner) {
            action = Executors.callable(inner);
        }
        return value;
    }

    /** Runs for so long and returns how many calls fit into a round. */
    private long round(double length, long batch) throws Exception {
        long calls = 0;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < length * 1e9) {
            for (long i = 0; i < batch; i++) {
                Sink.take(action.call());
            }
            calls += batch;
        }
        return Math.max(1, (long) (calls * seconds / length));
    }
}
