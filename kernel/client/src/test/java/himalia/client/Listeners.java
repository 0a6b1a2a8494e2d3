package himalia.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The TCP ports on which a process listens, as Linux tells them. */
final class Listeners {
    private static final String LISTEN = "0A";

    private Listeners() {}

    static List<InetSocketAddress> of(ProcessHandle process) throws IOException {
        var root = Path.of("/proc", Long.toString(process.pid()));
        var sockets = sockets(root.resolve("fd"));
        var found = new ArrayList<InetSocketAddress>();
        for (var table : List.of("tcp", "tcp6")) {
            for (var line : Files.readAllLines(root.resolve("net").resolve(table))) {
                var fields = line.strip().split("\\s+");
                if (fields[3].equals(LISTEN) && sockets.contains("socket:[" + fields[9] + "]")) {
                    found.add(address(fields[1]));
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        var sockets = new HashSet<String>();
        try (var files = Files.newDirectoryStream(descriptors)) {
            for (var file : files) {
                try {
                    sockets.add(Files.readSymbolicLink(file).toString());
                } catch (NoSuchFileException e) {
                    // Closed since.
                }
            }
        }
        return sockets;
    }

    /** Reads an address and its port; each four bytes of the address are told as one number of this machine. */
    private static InetSocketAddress address(String text) throws IOException {
        var parts = text.split(":");
        var told = HexFormat.of().parseHex(parts[0]);
        var bytes = new byte[told.length];
        for (int i = 0; i < told.length; i++) {
            bytes[i] = told[i / 4 * 4 + 3 - i % 4];
        }
        return new InetSocketAddress(
                InetAddress.getByAddress(bytes), Integer.parseInt(parts[1], 16));
    }
}
