package himalia.install.kernelspec;

import himalia.client.KernelClient;
import himalia.client.LaunchSpec;
import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.content.ShutdownRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes a startup cache: a short session that does what people do first, after which the JVM writes what it loaded. */
public final class CacheTraining {
    private static final List<String> CELLS =
            List.of(
                    "1 + 1",
                    "var words = java.util.List.of(\"a\", \"b\");\nfor (var word : words) System.out.println(word);",
                    "int twice(int n) {\n    return 2 * n;\n}\ntwice(21)",
                    "record Point(int x, int y) {}\nnew Point(1, 2)",
                    "var points = new ArrayList<Point>();\nfor (int i = 0; i < 3; i++) points.add(new Point(i, i));\nMap<Integer, Integer> sums = new HashMap<>();\nfor (var p : points) {\n    sums.merge(p.x(), p.y(), Integer::sum);\n}\nvar total = points.stream().mapToInt(Point::x).sum();\ntwice(total)",
                    """
                    interface Shape { double area(); default String title() { return "a shape of " + area(); } }
                    enum Kind { ROUND, SQUARE }
                    class Circle<T extends Comparable<T>> implements Shape {
                        private final T radius;
                        static int made;
                        Circle(T radius) { this.radius = radius; made++; }
                        @Override public double area() { return Math.PI * made; }
                    }
                    List<Shape> shapes = new ArrayList<>(List.of(new Circle<>(1), () -> 2.0));
                    shapes.get(0).title()""",
                    """
                    String label(List<Integer> numbers, Kind kind) throws Exception {
                        var text = new StringBuilder();
                        for (int number : numbers) {
                            if (text.length() > 0) text.append(", ");
                            text.append(number);
                        }
                        try {
                            return switch (kind) {
                                case ROUND -> "round " + text;
                                default -> text.toString();
                            };
                        } catch (RuntimeException e) {
                            throw new IllegalStateException("no label", e);
                        }
                    }
                    int[] squares = new int[10];
                    for (int i = 0; i < squares.length; i++) squares[i] = i * i;
                    var even = Arrays.stream(squares).boxed().filter(n -> n % 2 == 0).map(n -> n + 1).collect(Collectors.toList());
                    Map<Boolean, List<Integer>> parted = even.stream().collect(Collectors.partitioningBy(n -> n > 20));
                    String text = label(even, Kind.ROUND);
                    twice(total + text.length())""",
                    """
                    java.util.Map<String, List<Double>> prices = new java.util.TreeMap<>();
                    for (int i = 0; i < 20; i++) {
                        prices.computeIfAbsent(i % 2 == 0 ? "even" : "odd", k -> new ArrayList<>()).add(i * 1.5);
                    }
                    double most = 0;
                    for (double price : prices.get("odd")) most = Math.max(most, price);
                    record Offer(String item, double price) {
                        double twice() {
                            return price * 2;
                        }
                    }
                    double mean(List<Double> values) {
                        double sum = 0;
                        for (double each : values) {
                            sum += each;
                        }
                        return sum / values.size();
                    }
                    int cents(double amount) {
                        return (int) Math.round(amount * 100);
                    }
                    var offer = new Offer("a", most);
                    var offers = prices.get("even").stream().filter(p -> p > 3)
                        .map(p -> new Offer("b", p)).collect(java.util.stream.Collectors.toList());
                    prices.put("twice", List.of(offer.twice()));
                    String told = "mean " + mean(prices.get("even"));
                    cents(offer.price()) + offers.size() + told.length()""",
                    "%lsmagic",
                    "int broken = \"text\";",
                    "throw new IllegalStateException(\"as people do\");");

    /** In seconds. */
    private static final int PATIENCE = 120;

    private final KernelCommand command;

    public CacheTraining(KernelCommand command) {
        this.command = command;
    }

    /** Makes the caches of both processes, and removes those of jars that are no more. Returns the kernel's. */
    public Path make() throws IOException {
        var worker = new StartupCache(command.home(), command.jdk(), true);
        var kernel = new StartupCache(command.home(), command.jdk(), false);
        Files.createDirectories(kernel.folder());
        new PackageList(command.home(), command.jdk()).write();
        // One session each: what a process records, it runs more slowly.
        make(
                worker,
                part -> session(part, command.words(List.of("-Dhimalia.worker.record=" + part))));
        make(kernel, part -> session(part, command.words(kernel.record(part))));
        return kernel.file();
    }

    private interface Recording {
        void into(Path part) throws IOException;
    }

    private void make(StartupCache cache, Recording recording) throws IOException {
        // A folder of its own: the JVM leaves a recording beside the cache it writes.
        var training = Files.createTempDirectory(cache.folder(), ".training-");
        var part = training.resolve(cache.file().getFileName());
        try {
            recording.into(part);
            if (!Files.isRegularFile(part)) {
                throw new IOException(
                        "the JVM at " + command.jdk().home() + " wrote no startup cache");
            }
            // The name must not reach the disk before the bytes do.
            try (var channel = FileChannel.open(part, StandardOpenOption.READ)) {
                channel.force(true);
            }
            removeOlder(cache);
            Files.writeString(cache.sizeFile(), Long.toString(Files.size(part)));
            Files.move(part, cache.file(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            try (var left = Files.list(training)) {
                for (var file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(training);
        }
    }

    /** One beside {@code part}, with a history of its own: the user's first cell is noted in one, too. */
    private void session(Path part, List<String> argv) throws IOException {
        var history = part.resolveSibling("history.jsonl").toString();
        var spec =
                new LaunchSpec(argv, Map.of("HIMALIA_HISTORY", history), command.home().folder());
        try (var kernel = KernelClient.start(spec)) {
            for (var cell : CELLS) {
                kernel.execute(cell);
            }
            kernel.complete("words.si", 8);
            kernel.inspect("words.size()", 8, 0);
            kernel.isComplete("for (;;) {");
            end(kernel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** A cache is written as the process ends, which takes longer than a kernel is given otherwise. */
    private void end(KernelClient kernel) throws IOException, InterruptedException {
        kernel.ask(Channel.CONTROL, new ShutdownRequest(false));
        var process = kernel.process().orElseThrow();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new IOException(
                    "the JVM at "
                            + command.jdk().home()
                            + " did not write its startup cache within "
                            + PATIENCE
                            + " s");
        }
    }

    private static void removeOlder(StartupCache cache) throws IOException {
        try (var files = Files.list(cache.folder())) {
            for (var file : files.toList()) {
                if (file.getFileName().toString().startsWith(cache.prefix())) {
                    try {
                        Files.delete(file);
                    } catch (IOException inUse) {
                        // Windows keeps what a running kernel has open; the next training removes
                        // it.
                    }
                }
            }
        }
    }
}
