package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever ends, and however: no process of the kernel, of its worker or of a cell stays behind. */
@Timeout(240)
class OrphansTest {
    private static final String START_SLEEP =
            "new ProcessBuilder(\"sleep\", \"1000\").start().pid()";

    private static ProcessHandle handle(CellResult pid) {
        return ProcessHandle.of(Long.parseLong(pid.text())).orElseThrow();
    }

    private static ProcessHandle worker(RealKernel kernel) throws Exception {
        return handle(kernel.run("ProcessHandle.current().pid()"));
    }

    private static ProcessHandle kernelOf(RealKernel kernel) {
        return kernel.client().process().orElseThrow().toHandle();
    }

    /** Returns the kernel, its worker, and a process that a cell has started. */
    private static List<ProcessHandle> family(RealKernel kernel) throws Exception {
        var family = new ArrayList<>(List.of(kernelOf(kernel), worker(kernel)));
        family.add(handle(kernel.run(START_SLEEP)));
        assertThat(family).allMatch(ProcessHandle::isAlive);
        return family;
    }

    private static void gone(List<ProcessHandle> family) throws InterruptedException {
        try {
            RealKernel.awaitGone(family);
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void signal(String name, ProcessHandle process)
            throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void aWorkerThatIsKilledLeavesNothingAndTheNextCellWorks() throws Exception {
        try (var kernel = RealKernel.start()) {
            var family = family(kernel);
            signal("KILL", family.get(1));
            gone(family.subList(1, 3));
            assertThat(kernel.run("1 + 1").text()).contains("2");
        }
    }

    @Test
    void aWorkerThatIsKilledInTheMiddleOfACellLeavesNothing() throws Exception {
        try (var kernel = RealKernel.start()) {
            var family = family(kernel);
            var cell = kernel.begin(START_SLEEP + "; Thread.sleep(60_000);");
            var sleeps = awaitChildren(family.get(1), 2);
            signal("KILL", family.get(1));
            gone(sleeps);
            assertThat(cell.get(60, TimeUnit.SECONDS).failure().orElseThrow().toString())
                    .contains("SIGKILL");
        }
    }

    private static List<ProcessHandle> awaitChildren(ProcessHandle parent, int count)
            throws InterruptedException {
        long end = System.nanoTime() + RealKernel.LIMIT.toNanos();
        while (true) {
            var children = parent.children().toList();
            if (children.size() >= count) {
                return children;
            }
            assertThat(System.nanoTime()).as("%s are all children", children).isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void aKernelThatIsKilledLeavesNothing() throws Exception {
        try (var kernel = RealKernel.start()) {
            var family = family(kernel);
            signal("KILL", family.get(0));
            gone(family);
        }
    }

    /** Its link ends where there is no memory for anything, not even for a literal that is used first there. */
    @Test
    void aKernelThatIsKilledLeavesNoWorkerWhoseHeapIsFull() throws Exception {
        try (var kernel = RealKernel.start()) {
            var family = List.of(kernelOf(kernel), worker(kernel));
            kernel.begin(
                    """
                    var held = new java.util.concurrent.ConcurrentLinkedQueue<Object>();
                    Runnable fill = () -> {
                        for (int size : List.of(50_000, 1_000, 0)) {
                            try { while (true) { held.add(new byte[size]); } } catch (OutOfMemoryError e) { }
                        }
                    };
                    for (int i = 0; i < 4; i++) { new Thread(fill).start(); }
                    new CountDownLatch(1).await();""");
            Thread.sleep(2_500);
            signal("KILL", family.get(0));
            gone(family);
        }
    }

    @Test
    void aKernelThatIsAskedToEndBySigtermLeavesNothing() throws Exception {
        try (var kernel = RealKernel.start()) {
            var family = family(kernel);
            signal("TERM", family.get(0));
            gone(family);
        }
    }

    /** It cannot end by itself: the kernel does. */
    @Test
    void aFrozenWorkerOfAKernelThatIsAskedToEndLeavesNothing() throws Exception {
        try (var kernel = RealKernel.start()) {
            var family = family(kernel);
            signal("STOP", family.get(1));
            signal("TERM", family.get(0));
            gone(family);
        }
    }

    @Test
    void aKernelThatIsShutDownLeavesNothing() throws Exception {
        try (var kernel = RealKernel.start()) {
            var family = family(kernel);
            assertThat(kernel.client().shutdown(false)).isPresent();
            gone(family);
        }
    }

    @Test
    void aKernelWhoseFrontEndDiesLeavesNothing() throws Exception {
        var frontEnd = new ProcessBuilder("sleep", "1000").start();
        var parent = Map.of("JPY_PARENT_PID", Long.toString(frontEnd.pid()));
        try (var kernel = RealKernel.start(parent)) {
            var family = family(kernel);
            frontEnd.destroyForcibly();
            gone(family);
        } finally {
            frontEnd.destroyForcibly();
        }
    }

    @Test
    void aKernelWhoseFrontEndIsDeadAlreadyDoesNotStart() throws Exception {
        var frontEnd = new ProcessBuilder("true").start();
        assertThat(frontEnd.waitFor()).isZero();
        var parent = Map.of("JPY_PARENT_PID", Long.toString(frontEnd.pid()));
        var kernel = KernelProcess.start(RealKernel.spec(parent), FreshConnection.make("himalia"));
        try {
            assertThat(kernel.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(kernel.told())
                    .isEqualTo(
                            "the kernel ended with exit status 1; it printed last:\nhimalia: process "
                                    + frontEnd.pid()
                                    + ", which started this kernel, is gone");
        } finally {
            kernel.end(false, List.of());
        }
    }

    @Test
    void aKernelThatIsKilledWhileItsWorkerStartsLeavesNothing() throws Exception {
        var kernel =
                KernelProcess.start(RealKernel.spec(Map.of()), FreshConnection.make("himalia"));
        try {
            var family = new ArrayList<>(awaitChildren(kernel.process().toHandle(), 1));
            family.add(kernel.process().toHandle());
            signal("KILL", kernel.process().toHandle());
            gone(family);
        } finally {
            kernel.end(false, List.of());
        }
    }

    @Test
    void aSigintIsAnInterruptForTheKernelAndNothingForTheWorker() throws Exception {
        try (var kernel = RealKernel.start()) {
            kernel.run("int kept = 42;");
            var worker = worker(kernel);
            signal("INT", worker);
            assertThat(kernel.run("kept").text()).isEqualTo("42");

            var cell =
                    kernel.begin(
                            "var sleep = "
                                    + START_SLEEP.replace(".pid()", "")
                                    + "; Thread.sleep(60_000);");
            awaitChildren(worker, 1);
            signal("INT", kernelOf(kernel));
            assertThat(cell.get(60, TimeUnit.SECONDS).failure().orElseThrow().toString())
                    .contains("nterrupted");
            assertThat(kernel.run("kept").text()).isEqualTo("42");
            assertThat(worker(kernel)).isEqualTo(worker);
        }
    }
}
