package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkHandler;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any program of the machine may call on the debug line while a worker starts. */
@Timeout(60)
class DebugLineTest {
    private static final LinkHandler NOBODY =
            new LinkHandler() {
                @Override
                public void notice(LinkMessage message) {}

                @Override
                public void request(LinkMessage message, LinkReply reply) {}

                @Override
                public void closed(String reason) {}
            };

    private static Socket call(DebugLine line) throws IOException {
        var option = line.option();
        int port = Integer.parseInt(option.substring(option.lastIndexOf(':') + 1));
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static WorkerProcess start(DebugLine line) throws IOException {
        var classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options =
                List.of(
                        "-Xmx256m",
                        "--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED");
        return WorkerProcess.start(
                new WorkerSettings(java, WorkerPath.of(classPath), options),
                NOBODY,
                (name, text) -> {},
                WorkerFolder.make(),
                line);
    }

    @Test
    void strangersWhoCallFirstNeitherHoldUpTheWorkerNorAreTakenForIt() throws Exception {
        try (var line = DebugLine.open();
                var silent = call(line);
                var hanging = call(line);
                var babbling = call(line)) {
            hanging.getOutputStream().write(DebugLine.HANDSHAKE);
            babbling.getOutputStream().write(DebugLine.HANDSHAKE);
            babbling.getOutputStream().write(new byte[] {0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7});
            assertThat(silent.isConnected()).isTrue();
            try (var worker = start(line)) {
                assertThat(Debuggee.value(worker.debuggee().machine(), "targets")).isNotNull();
                for (var stranger : List.of(silent, hanging, babbling)) {
                    stranger.setSoTimeout(1_000);
                    stranger.getInputStream().readAllBytes();
                }
            }
        }
    }

    @Test
    void nobodyListensAnyMoreOnceTheLineIsClosed() throws Exception {
        int refused = 0;
        // A port that is free again may be given to whoever asks next, even to the caller itself.
        for (int i = 0; i < 5 && refused == 0; i++) {
            var line = DebugLine.open();
            line.close();
            try {
                call(line);
            } catch (ConnectException e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(1);
    }
}
