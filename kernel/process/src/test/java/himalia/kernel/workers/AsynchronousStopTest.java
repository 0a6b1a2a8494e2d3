package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.request.EventRequest;
import himalia.kernel.java.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AsynchronousStopTest {
    /** What is stopped: far down, so that looking at it takes a while. */
    static final class Deep {
        static final Error ERROR = new Error("stopped");

        private Deep() {}

        public static void main(String[] words) throws InterruptedException {
            down(500);
        }

        private static void down(int more) throws InterruptedException {
            if (more > 0) {
                down(more - 1);
            } else {
                new java.util.concurrent.CountDownLatch(1).await();
            }
        }
    }

    @Test
    void severalTriesAtOnceDoNotTakeTheFramesFromEachOther() throws Exception {
        var machine = launched();
        var tries = Executors.newFixedThreadPool(4);
        try {
            var deep = (ClassType) machine.classesByName(Deep.class.getName()).get(0);
            var error = (ObjectReference) deep.getValue(deep.fieldByName("ERROR"));
            var thread = main(machine);
            var all = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 200; i++) {
                all.add(
                        () -> {
                            AsynchronousStop.stop(thread, error, () -> wanted(thread, ""));
                            return null;
                        });
            }
            for (var each : tries.invokeAll(all)) {
                each.get();
            }
            assertThat(thread.suspendCount()).isZero();
        } finally {
            tries.shutdownNow();
            machine.exit(0);
        }
    }

    private static List<StopWish> wanted(ThreadReference thread, String entry) {
        return List.of(new StopWish(thread, entry, false));
    }

    private static ThreadReference main(VirtualMachine machine) {
        return named(machine, "main");
    }

    private static ThreadReference named(VirtualMachine machine, String name) {
        return machine.allThreads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A stop that was asked for while the cell before it ran, and comes late: the machine is busy. */
    @Test
    void aThreadThatHasGoneOnToTheNextCellIsSpared(@TempDir Path folder) throws Exception {
        var go = folder.resolve("go");
        try (var cells = new TestWorker()) {
            var machine = cells.workers().debugPort().machine();
            var error = (ObjectReference) Debuggee.value(machine, "error");
            for (var comes : List.of("late", "in time")) {
                var cell = CompletableFuture.supplyAsync(() -> cells.run(endless(go)));
                cells.awaitPrinted();
                cells.printed();
                var thread = named(machine, "cell");
                AsynchronousStop.stop(
                        thread,
                        error,
                        () -> comes.equals("late") ? StopWish.read(machine) : wanted(thread, ""));
                if (comes.equals("late")) {
                    Files.createFile(go);
                }
                assertThat(cell.get() instanceof Outcome.Failed).isEqualTo(comes.equals("in time"));
                Files.deleteIfExists(go);
            }
        }
    }

    @Test
    void aPoolsThreadIsStoppedOnlyWhereTheWorkerSawIt(@TempDir Path folder) throws Exception {
        var end = folder.resolve("end");
        try (var cells = new TestWorker()) {
            var machine = cells.workers().debugPort().machine();
            var error = (ObjectReference) Debuggee.value(machine, "error");
            cells.value(
                    "var task = java.util.concurrent.ForkJoinPool.commonPool().submit(() -> {\n"
                            + "System.out.print(Arrays.stream(Thread.currentThread().getStackTrace())"
                            + ".filter(f -> f.getClassName().startsWith(\"REPL.\"))"
                            + ".reduce((in, out) -> out).map(f -> f.getClassName() + \".\" + f.getMethodName()).get());\n"
                            + endless(end)
                            + "});");
            cells.awaitPrinted();
            var entry = cells.printed().strip();
            var thread = named(machine, "ForkJoinPool.commonPool-worker-1");
            AsynchronousStop.stop(thread, error, () -> wanted(thread, entry + "elsewhere"));
            assertThat(cells.value("task.isDone()")).isEqualTo("false");
            AsynchronousStop.stop(thread, error, () -> wanted(thread, entry));
            assertThat(cells.failure("task.get()")).contains("it was ended with its cell");
        }
    }

    /** A cell that says that it has begun, and ends by itself only when there is such a file. */
    private static String endless(Path until) {
        return "System.out.println();\nwhile (!java.nio.file.Files.exists(java.nio.file.Path.of(\""
                + until
                + "\"))) java.util.stream.LongStream.range(0, 1000).sum();\n";
    }

    /** Starts it, and returns when its class is there. */
    private static VirtualMachine launched() throws Exception {
        var connector = Bootstrap.virtualMachineManager().defaultConnector();
        var arguments = connector.defaultArguments();
        arguments.get("main").setValue(Deep.class.getName());
        arguments.get("options").setValue("-cp \"" + System.getProperty("java.class.path") + "\"");
        var machine = connector.launch(arguments);
        var prepared = machine.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(Deep.class.getName());
        prepared.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        prepared.enable();
        while (true) {
            var events = machine.eventQueue().remove();
            var found = events.stream().anyMatch(ClassPrepareEvent.class::isInstance);
            events.resume();
            if (found) {
                return machine;
            }
        }
    }
}
