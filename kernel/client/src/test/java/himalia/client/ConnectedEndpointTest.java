package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.ConnectionFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

class ConnectedEndpointTest {
    private static final int LIMIT_MS = 20_000;

    @TempDir private Path folder;

    private ConnectionFile file(int port) throws Exception {
        var text =
                """
                {"transport": "tcp", "ip": "127.0.0.1", "key": "k", "signature_scheme": "hmac-sha256",
                 "shell_port": %1$d, "iopub_port": %1$d, "stdin_port": %1$d, "control_port": %1$d, "hb_port": %1$d}
                """
                        .formatted(port);
        return ConnectionFile.read(Files.writeString(folder.resolve("kernel.json"), text));
    }

    /** As the one end of a connection does that JeroMQ has lost sight of: nothing. */
    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SHELL", "IOPUB"})
    void aConnectionOnWhichNothingIsSaidIsMadeAnew(Channel channel) throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var context = ZMQ.context(1);
                var socket =
                        new ConnectedEndpoint(channel, file(silent.getLocalPort()), "me")
                                .open(context)) {
            silent.setSoTimeout(LIMIT_MS);
            try (var first = silent.accept();
                    var second = silent.accept()) {
                assertThat(second.getPort()).isNotEqualTo(first.getPort());
            }
            socket.setLinger(0);
        }
    }

    @Test
    void whatWasSentBeforeIsNotLost() throws Exception {
        var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        int port = silent.getLocalPort();
        try (var context = ZMQ.context(1);
                var socket = new ConnectedEndpoint(Channel.SHELL, file(port), "me").open(context);
                var router = context.socket(SocketType.ROUTER)) {
            socket.send("asked");
            silent.setSoTimeout(LIMIT_MS);
            try (var first = silent.accept()) {
                assertThat(first.isConnected()).isTrue();
                silent.close();
                router.setReceiveTimeOut(LIMIT_MS);
                router.setLinger(0);
                router.bind("tcp://127.0.0.1:" + port);
                assertThat(router.recvStr()).isEqualTo("me");
                assertThat(router.recvStr()).isEqualTo("asked");
            }
        }
    }
}
