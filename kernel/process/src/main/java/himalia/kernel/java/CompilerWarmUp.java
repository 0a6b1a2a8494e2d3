package himalia.kernel.java;

import himalia.kernel.cells.Compilation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Compiles what ordinary cells are made of, once the first cell was answered or is long in coming, and forgets it: what the JVM and the
 * compiler learn by it, the user's next cell need not wait for. In small steps, and only while nobody runs cells: a cell
 * that comes during a step waits for it.
 */
final class CompilerWarmUp {
    private static final int TIMES = 2;
    private static final long PAUSE = 10;

    /** How long nobody must have run anything, in milliseconds. */
    private static final long QUIET = 150;

    /** The same where nobody has run anything yet: who runs a whole notebook sends its first cell at once. */
    private static final long QUIET_AT_FIRST = 1_000;

    /** Each by itself; together they name what the first pages of most notebooks name. */
    static final List<String> STEPS =
            List.of(
                    """
                    java.util.List<Integer> numbers = new java.util.ArrayList<>();
                    for (int i = 0; i < 10; i++) {
                        numbers.add(i * i);
                    }
                    int[] sums = {0, 1};
                    for (int each : numbers) sums[0] += each;
                    numbers.size() + sums.length""",
                    """
                    record Pair(String name, double value) {
                        double twice() { return value * 2; }
                    }
                    enum Kind { ONE, TWO }
                    var pair = new Pair("a", 21);
                    System.out.println(pair.twice() > 3 ? pair.name() : Kind.ONE);""",
                    """
                    interface Shape { default int size() { return 1; } }
                    class Box<T extends Comparable<T>> implements Shape {
                        private final T content;
                        Box(T content) { this.content = content; }
                        @Override public String toString() { return "Box of " + content; }
                    }
                    new Box<>("x")""",
                    """
                    String join(java.util.List<Integer> list) throws Exception {
                        var text = new StringBuilder();
                        for (int each : list) {
                            if (text.length() > 0) text.append(",");
                            text.append(each);
                        }
                        try {
                            return text.toString();
                        } catch (RuntimeException e) {
                            throw new IllegalStateException("no", e);
                        }
                    }
                    join(java.util.List.of(1, 2))""",
                    """
                    java.util.Map<String, Integer> map = new java.util.HashMap<>();
                    map.put("one", switch (map.size()) { case 1 -> 1; default -> 2; });
                    map.getOrDefault("two", 3)""",
                    """
                    import java.util.stream.Collectors;
                    var groups = java.util.List.of(1, 2, 3).stream().filter(x -> x % 2 == 0)
                        .map(x -> x + 1).collect(Collectors.groupingBy(x -> x % 3));
                    groups.entrySet()""");

    private final Compiler compiler;
    private final BooleanSupplier cellRuns;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile long lastCell = System.nanoTime();
    private volatile long quiet = QUIET_AT_FIRST;

    /** {@code cellRuns} says whether a cell runs. */
    CompilerWarmUp(Compiler compiler, BooleanSupplier cellRuns) {
        this.compiler = compiler;
        this.cellRuns = cellRuns;
    }

    /** Notes that a cell has ended. */
    void cellEnded() {
        lastCell = System.nanoTime();
        quiet = QUIET;
        begin();
    }

    /** Begins, the first time it is asked to. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            lastCell = System.nanoTime();
            var thread = new Thread(this::play, "himalia-rehearsal");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private void play() {
        try {
            for (int i = 0; i < TIMES; i++) {
                for (var step : STEPS) {
                    awaitQuiet();
                    compiles(step);
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            // The kernel ends.
        }
    }

    private void awaitQuiet() throws InterruptedException {
        while (cellRuns.getAsBoolean() || System.nanoTime() - lastCell < quiet * 1_000_000) {
            Thread.sleep(QUIET / 3);
        }
    }

    /** Returns whether a step compiled. */
    boolean compiles(String step) {
        compiler.lock().lock();
        try {
            return compiler.compile(step, "", Set.of(), true) instanceof Compilation.Done;
        } finally {
            compiler.lock().unlock();
        }
    }
}
