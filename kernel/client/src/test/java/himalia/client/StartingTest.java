package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.request.EventRequest;
import himalia.kernel.channels.ConnectionFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a kernel publishes first is lost to all who subscribe later: a debugger holds it until a client has. */
@Timeout(240)
class StartingTest {
    private static final String PUBLISHER = "himalia.kernel.WirePublisher";

    @Test
    void aKernelSaysExactlyOnceThatItStarts() throws Exception {
        ListeningConnector connector =
                Bootstrap.virtualMachineManager().listeningConnectors().stream()
                        .filter(each -> each.name().equals("com.sun.jdi.SocketListen"))
                        .findFirst()
                        .orElseThrow();
        var arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        var address = connector.startListening(arguments);
        var file = FreshConnection.make("himalia");
        var kernel = KernelProcess.start(held(address), file);
        try {
            var connection = subscribed(connector.accept(arguments), file);

            new Execution(connection, ExecuteOptions.DEFAULT, OutputListener.NONE).run("1 + 1");

            var states = new ArrayList<Object>();
            for (var next = connection.unclaimed(Duration.ofMillis(500));
                    next.isPresent();
                    next = connection.unclaimed(Duration.ofMillis(500))) {
                if (next.get().type().equals("status")) {
                    states.add(next.get().content().get("execution_state"));
                }
            }
            connection.close();
            assertThat(states).containsExactly("starting");
        } finally {
            connector.stopListening(arguments);
            kernel.end(false, kernel.children());
        }
    }

    private static LaunchSpec held(String address) {
        var spec = RealKernel.spec(Map.of());
        var argv = new ArrayList<>(spec.argv());
        argv.add(
                1,
                "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address="
                        + address.replaceFirst("^.*:", "127.0.0.1:"));
        return new LaunchSpec(argv, spec.env(), spec.directory());
    }

    /** Holds the kernel as it publishes for the first time, subscribes, and lets it go. */
    private static Connection subscribed(VirtualMachine kernel, ConnectionFile file)
            throws Exception {
        var requests = kernel.eventRequestManager();
        var loaded = requests.createClassPrepareRequest();
        loaded.addClassFilter(PUBLISHER);
        loaded.enable();
        kernel.resume();
        while (true) {
            var events = kernel.eventQueue().remove();
            for (var event : events) {
                if (event instanceof ClassPrepareEvent prepared) {
                    for (var method : prepared.referenceType().methodsByName("publish")) {
                        var stop = requests.createBreakpointRequest(method.location());
                        stop.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                        stop.enable();
                    }
                } else if (event instanceof BreakpointEvent) {
                    var connection = new Connection(file);
                    assertThat(connection.awaitSubscribed(Duration.ofSeconds(20))).isTrue();
                    requests.deleteAllBreakpoints();
                    kernel.dispose();
                    return connection;
                }
            }
            events.resume();
        }
    }
}
