package himalia.kernel.java;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Compilation;
import himalia.kernel.cells.Surroundings;
import himalia.kernel.cells.Words;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Compiles an ordinary cell, beside the session and for nobody, once the first cell was answered: what the JVM learns
 * by it, the user's second cell need not wait for.
 */
final class Rehearsal {
    private static final int TIMES = 3;
    private static final String CELL =
            """
            import java.util.stream.Collectors;
            java.util.List<Integer> numbers = new java.util.ArrayList<>();
            for (int i = 0; i < 10; i++) {
                numbers.add(i * i);
            }
            int[] sums = {0, 1};
            record Pair(String name, double value) {
                double twice() { return value * 2; }
            }
            enum Kind { ONE, TWO }
            interface Shape { default int size() { return 1; } }
            class Box<T extends Comparable<T>> implements Shape {
                private final T content;
                Box(T content) { this.content = content; }
                @Override public String toString() { return "Box of " + content; }
            }
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
            var pair = new Pair("a", 21);
            java.util.Map<String, Integer> map = new java.util.HashMap<>();
            map.put("one", switch (numbers.size()) { case 1 -> 1; default -> 2; });
            var even = numbers.stream().filter(x -> x % 2 == 0).map(x -> x + 1)
                .collect(Collectors.groupingBy(x -> x % 3));
            System.out.println(pair.twice() > 3 ? new Box<>("x") : Kind.ONE);
            join(numbers).length() + map.getOrDefault("two", sums[0])""";

    /** Nothing is imported unasked, and nobody else declared anything. */
    private static final Surroundings NOBODY =
            new Surroundings() {
                @Override
                public boolean elsewhere(Set<String> mentioned, Set<String> declared) {
                    return false;
                }

                @Override
                public List<String> imports(List<Words.Word> words, Set<String> declared) {
                    return List.of();
                }
            };

    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins it, the first time it is called. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            var thread = new Thread(Rehearsal::play, "himalia-rehearsal");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    /** Returns whether the cell compiled. */
    static boolean play() {
        boolean compiled = true;
        for (int i = 0; i < TIMES; i++) {
            compiled &=
                    new Cells(List.of()).compile(CELL, "", true, NOBODY)
                            instanceof Compilation.Done;
        }
        return compiled;
    }
}
