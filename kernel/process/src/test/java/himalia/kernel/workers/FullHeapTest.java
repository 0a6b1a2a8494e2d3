package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory that runs out is told, again and again, and the next cell runs; {@code #} is the number of the round. */
@Timeout(180)
class FullHeapTest {
    private static final int ROUNDS = Integer.getInteger("himalia.heap.rounds", 5);

    /** From a full heap on fifteen seconds are promised; here the filling counts too, and the machine may be busy. */
    private static final long BOUND = 45;

    /** Leaves the classes unusable that say how long was collected, unless they are there. */
    private static final String UNUSABLE_COLLECTORS =
            """
            void collectors() { java.lang.management.ManagementFactory.getGarbageCollectorMXBeans(); }
            void deep() {
                try {
                    deep();
                } catch (StackOverflowError e) {
                    try { collectors(); } catch (NoClassDefFoundError none) { return; }
                    catch (StackOverflowError again) { throw e; }
                }
            }
            deep();
            String found = "usable";
            try { collectors(); } catch (NoClassDefFoundError e) { found = "unusable"; }
            found""";

    private static void fillAndGoOn(TestWorker cells, String source) throws Exception {
        fillAndGoOn(cells, source, ROUNDS);
    }

    private static void fillAndGoOn(TestWorker cells, String source, int rounds) throws Exception {
        cells.value("int kept = 7;");
        for (int round = 1; round <= rounds; round++) {
            var filling = source.replace("#", Integer.toString(round));
            var outcome =
                    CompletableFuture.supplyAsync(() -> cells.run(filling))
                            .get(BOUND, TimeUnit.SECONDS);
            var told = outcome + cells.printed();
            assertThat(told).contains("OutOfMemoryError");
            assertThat(cells.value("1 + " + round)).isEqualTo(Integer.toString(1 + round));
            var kept = cells.run("kept");
            told += cells.printed() + kept;
            if (kept instanceof Outcome.Failed) {
                // A heap that stays full ends the process sooner or later: what is lost is named.
                assertThat(told).containsAnyOf("Lost variables: kept", "kept was lost");
                cells.value("int kept = 7;");
            }
        }
    }

    /** What the handler of an error needs is there, as in JShell: the first check in it once was linked in the full heap. */
    @Test
    void aCacheThatLetsGoOfSomeWhereMemoryRunsOutGoesOn() {
        try (var cells = new TestWorker("-Xmx200m")) {
            assertThat(
                            cells.value(
                                    """
                                    int evicted = 0;
                                    var cache = new ArrayDeque<byte[]>();
                                    for (int i = 0; i < 15_000; i++) {
                                        try {
                                            cache.add(new byte[50_000]);
                                        } catch (OutOfMemoryError e) {
                                            evicted++;
                                            for (int k = 0; k < 1000; k++) { cache.poll(); }
                                        }
                                    }
                                    evicted > 5 && cache.size() > 100"""))
                    .isEqualTo("true");
        }
    }

    /** It is thrown one before the JVM would, which collects for long before that where objects are small. */
    @Test
    void codeThatLetsGoOfAllWhereMemoryRunsOutGoesOn() {
        try (var cells = new TestWorker("-Xmx200m")) {
            assertThat(
                            cells.value(
                                    """
                                    int caught = 0;
                                    for (int k = 0; k < 6; k++) {
                                        var all = new ArrayList<Object>();
                                        try {
                                            while (true) { all.add(new Object()); }
                                        } catch (OutOfMemoryError e) {
                                            all = null;
                                            caught++;
                                        }
                                    }
                                    caught"""))
                    .isEqualTo("6");
        }
    }

    /** The loop stands around what catches it. */
    @Test
    void aCacheThatLetsGoOfAllWhereMemoryRunsOutGoesOn() {
        try (var cells = new TestWorker("-Xmx200m")) {
            cells.value(
                    """
                    Map<Integer, String> memo = new HashMap<>();
                    int dropped = 0;
                    String slow(int n) { return "result of " + n; }
                    void remember(int n) {
                        try { memo.put(n, slow(n)); } catch (OutOfMemoryError e) { dropped++; memo.clear(); }
                    }""");
            assertThat(cells.value("for (int i = 0; dropped < 3; i++) { remember(i); }\ndropped"))
                    .isEqualTo("3");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var m = new HashMap<Integer, long[]>(); for (int i = 0; ; i++) m.put(i, new long[10_000]);",
                "var s = new ArrayList<String>(); for (int i = 0; ; i++) s.add(\"a text, number \" + i);",
                "var small = new ArrayList<byte[]>(); while (true) small.add(new byte[40]);",
                "var middle = new ArrayList<byte[]>(); while (true) middle.add(new byte[1_000_000]);",
                "var large = new ArrayList<byte[]>(); while (true) large.add(new byte[30_000_000]);",
                "class Init# { static final List<long[]> ALL = new ArrayList<>();"
                        + " static { while (Init#.ALL != null) ALL.add(new long[20_000]); } }\nInit#.ALL.size()",
                "var all = java.util.stream.IntStream.range(0, Integer.MAX_VALUE).mapToObj(i -> new long[5_000])"
                        + ".collect(Collectors.toList());",
                "var grown = new ArrayList<long[]>();\n"
                        + "var thread = new Thread(() -> { while (true) grown.add(new long[10_000]); });\n"
                        + "thread.start(); thread.join();",
                "class Text# { static final List<long[]> ALL = new ArrayList<>();"
                        + " public String toString() { while (true) ALL.add(new long[10_000]); } }\nnew Text#()"
            })
    void aHeapThatIsFilledIsToldAndTheNextCellRuns(String source) throws Exception {
        try (var cells = new TestWorker()) {
            fillAndGoOn(cells, source);
        }
    }

    /** The threads die, and with them what the cell waits for: in Java for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "var hog = new java.util.concurrent.ConcurrentLinkedQueue<long[]>();\n"
                        + "var pool = Executors.newFixedThreadPool(2);\n"
                        + "Runnable fill = () -> { while (true) hog.add(new long[20_000]); };\n"
                        + "for (var f : List.of(pool.submit(fill), pool.submit(fill))) f.get();",
                "var held = Collections.synchronizedList(new ArrayList<byte[]>());\n"
                        + "new Thread(() -> { while (true) held.add(new byte[50_000]); }).start();\n"
                        + "new java.util.concurrent.CountDownLatch(1).await();"
            })
    void aHeapThatThreadsHaveFilledForWhichTheCellWaitsIsTold(String source) throws Exception {
        try (var cells = new TestWorker()) {
            fillAndGoOn(cells, source, 2);
        }
    }

    /** A heap that fills too fast leaves classes unusable for good: here the stack does that to those that say how long was collected. */
    @Test
    void aHeapThatThreadsHaveFilledIsToldThoughNobodyKnowsHowLongWasCollected() throws Exception {
        for (int tries = 0; tries < 5; tries++) {
            try (var cells = new TestWorker()) {
                if (cells.value(UNUSABLE_COLLECTORS).equals("unusable")) {
                    fillAndGoOn(
                            cells,
                            "var held = Collections.synchronizedList(new ArrayList<byte[]>());\n"
                                    + "new Thread(() -> { while (true) held.add(new byte[50_000]); }).start();\n"
                                    + "new java.util.concurrent.CountDownLatch(1).await();",
                            1);
                    return;
                }
            }
        }
        Assumptions.abort("five workers asked how long was collected before the stack was full");
    }

    @Test
    void aHeapThatIsFullForTheParallelCollectorIsTold() throws Exception {
        try (var cells = new TestWorker("-XX:+UseParallelGC")) {
            fillAndGoOn(
                    cells,
                    "var m = new HashMap<Integer, String>(); for (int i = 0; ; i++) m.put(i, \"v\" + i);",
                    2);
        }
    }

    /** Three quarters are held by the cells, and more by what is set aside: that is no full heap. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC", "-XX:+UseParallelGC"})
    void aCellThatDoesWellInANearlyFullHeapIsLeftAlone(String collector) {
        try (var cells = new TestWorker(collector)) {
            cells.value(
                    "var held = new ArrayList<byte[]>(); long share = Runtime.getRuntime().maxMemory() * 7 / 10;\n"
                            + "for (long i = 0; i * 10_016 < share; i++) held.add(new byte[10_000]);");
            var loop =
                    "long end = System.nanoTime() + 3_000_000_000L, sum = 0;\n"
                            + "while (System.nanoTime() < end) { var some = new ArrayList<Integer>();"
                            + " for (int i = 0; i < 1000; i++) some.add(i + 200); sum += some.size(); }\nsum > 0";
            for (int round = 0; round < 2; round++) {
                assertThat(cells.value(loop)).isEqualTo("true");
                assertThat(cells.value("Thread.sleep(1500); held.size() > 0")).isEqualTo("true");
            }
            assertThat(cells.printed()).isEmpty();
        }
    }

    /** What a magic needs that was never called is more than a small cell's room: it is the kernel that answers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "var m = new HashMap<Integer, long[]>(); for (int i = 0; ; i++) m.put(i, new long[10_000]);",
                "var m = new ArrayList<String>(); for (int i = 0; ; i++) m.add(\"a text, number \" + i);"
            })
    void whoOnlyLooksAtTheProcessOfAFullHeapIsAnswered(String filling) {
        try (var cells = new TestWorker()) {
            cells.value("int kept = 7;");
            assertThat(cells.run(filling) + cells.printed()).contains("OutOfMemoryError");
            for (int look = 0; look < ROUNDS; look++) {
                // A list that cannot grow leaves room enough to run the line.
                var outcome = cells.run("%jvm", "var room = new byte[6_000_000]; room.length");
                assertThat(outcome).isInstanceOf(Outcome.Finished.class);
                assertThat(outcome.toString())
                        .containsAnyOf(
                                "The heap of the worker is full (it may take 256 MB)", "6000000");
            }
            assertThat(cells.printed()).isEmpty();
            assertThat(cells.value("kept")).isEqualTo("7");
            cells.value("m = null;");
            assertThat(cells.run("%jvm", "6 + 1").toString()).contains("7");
        }
    }

    @Test
    void aHeapThatFillsWhileADisplayIsDrawnIsToldToo() throws Exception {
        try (var cells = new TestWorker()) {
            fillAndGoOn(
                    cells,
                    "class Fat# { final List<long[]> all = new ArrayList<>(); }\n"
                            + "himalia.display.bundle.Display.renderers().register(Fat#.class, fat -> {"
                            + " while (true) fat.all.add(new long[10_000]); });\n"
                            + "var fat = new Fat#();\nhimalia.display.bundle.Display.display(fat);"
                            + " fat.all.add(new long[60_000_000]);");
        }
    }

    @Test
    void directBuffersThatRunOutLeaveTheLinkWhole() throws Exception {
        try (var cells = new TestWorker("-XX:MaxDirectMemorySize=64m")) {
            fillAndGoOn(
                    cells,
                    "var d = new ArrayList<java.nio.ByteBuffer>();"
                            + " while (true) d.add(java.nio.ByteBuffer.allocateDirect(1_000_000));");
            assertThat(cells.failure("java.nio.ByteBuffer.allocateDirect(90_000_000);"))
                    .contains("The memory for direct buffers is full.");
        }
    }

    @Test
    void memoryForClassesThatRunsOutIsTold() throws Exception {
        try (var cells = new TestWorker("-XX:MaxMetaspaceSize=40m")) {
            var outcome =
                    (Outcome.Failed)
                            cells.run(
                                    """
                                    var kept = new ArrayList<Object>();
                                    class Own extends ClassLoader {}
                                    for (int i = 0; ; i++) {
                                        kept.add(java.lang.reflect.Proxy.newProxyInstance(new Own(), new Class<?>[] {Runnable.class},
                                            (p, m, a) -> null));
                                    }
                                    """);
            assertThat(outcome.traceback().toString()).contains("OutOfMemoryError");
            assertThat(cells.value("1 + 1")).isEqualTo("2");
        }
    }

    @TempDir Path folder;

    /** Of a process that may not map more, every thread with a large stack takes a part. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a limit of the address space is Linux's")
    void threadsThatTheSystemRefusesAreTold() throws Exception {
        var real = Path.of(System.getProperty("java.home"), "bin", "java");
        var script = folder.resolve("java");
        Files.writeString(script, "#!/bin/bash\nulimit -v 9000000\nexec '" + real + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var cells = TestWorker.of(script.toString())) {
            cells.value("int kept = 7;");
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(
                                cells.failure(
                                        """
                                        var made = new ArrayList<Thread>();
                                        try {
                                            while (true) {
                                                var t = new Thread(null, () -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } },
                                                    "t", 400_000_000L);
                                                t.start();
                                                made.add(t);
                                            }
                                        } finally { made.forEach(Thread::interrupt); }
                                        """))
                        .contains("OutOfMemoryError: unable to create native thread")
                        .contains("The system gives this process no more threads.");
                assertThat(cells.value("kept")).isEqualTo("7");
            }
        }
    }
}
