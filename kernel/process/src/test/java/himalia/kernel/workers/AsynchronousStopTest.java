package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.request.EventRequest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
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
                            AsynchronousStop.stop(thread, error, false);
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

    private static ThreadReference main(VirtualMachine machine) {
        return machine.allThreads().stream()
                .filter(each -> each.name().equals("main"))
                .findFirst()
                .orElseThrow();
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
