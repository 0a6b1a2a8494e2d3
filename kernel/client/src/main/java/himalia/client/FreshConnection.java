package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.ConnectionFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.UUID;

/** Makes up a connection file: five ports of the loopback interface that nobody uses, and a key that nobody knows. */
final class FreshConnection {
    private FreshConnection() {}

    static ConnectionFile make(String kernelName) throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        var ports = new EnumMap<Channel, Integer>(Channel.class);
        // All are held until the last is found, or the system might give one twice.
        var held = new ArrayList<ServerSocket>();
        try {
            for (var channel : Channel.values()) {
                var socket = new ServerSocket(0, 1, loopback);
                held.add(socket);
                ports.put(channel, socket.getLocalPort());
            }
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
        return new ConnectionFile(
                "127.0.0.1", ports, UUID.randomUUID().toString(), "hmac-sha256", kernelName, null);
    }
}
