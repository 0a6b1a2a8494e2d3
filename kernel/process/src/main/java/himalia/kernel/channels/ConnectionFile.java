package himalia.kernel.channels;

import himalia.kernel.protocol.Signature;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a kernel and its front ends meet: the address, the five ports, the key.
 *
 * <pre>{@code
 * var file = ConnectionFile.read(Path.of(args[0]));
 * file.address(Channel.SHELL);      // tcp://127.0.0.1:53794
 * }</pre>
 */
public record ConnectionFile(
        String ip,
        Map<Channel, Integer> ports,
        String key,
        String signatureScheme,
        String kernelName,
        @Nullable CurveKeys curveKeys) {
    private static final String TRANSPORT = "tcp";

    /** What no other machine reaches. */
    private static final String LOOPBACK =
            "localhost|127(\\.\\d{1,3}){3}|\\[?(::|(0{1,4}:){7}0{0,3})1]?";

    private static final String WAY_OUT =
            "; start the kernel through a front end, or give the file that one wrote";

    public ConnectionFile {
        if (ip.isBlank()) {
            throw new IllegalArgumentException("the field 'ip' must be an address, got nothing");
        }
        for (var channel : Channel.values()) {
            int port = ports.getOrDefault(channel, 0);
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException(
                        "the field '"
                                + channel.portField()
                                + "' must be a port from 1 to 65535, got "
                                + port);
            }
        }
        ports = Map.copyOf(ports);
        if (!Signature.of(signatureScheme, key).signing() && !ip.matches(LOOPBACK)) {
            throw new IllegalArgumentException(
                    "without a 'key' everybody who reaches "
                            + ip
                            + " could run code here; give the file a key, or the ip 127.0.0.1");
        }
    }

    /**
     * Reads a connection file as a front end writes it; fields that we do not know are left alone.
     *
     * @throws IOException if it cannot be read or does not say enough; the message names the file, the field and the way out
     */
    public static ConnectionFile read(Path path) throws IOException {
        try {
            if (Json.read(Files.readAllBytes(path)) instanceof Map<?, ?> map) {
                return from(new Fields(named(map)));
            }
            throw new IOException("connection file " + path + " holds no JSON object" + WAY_OUT);
        } catch (NoSuchFileException e) {
            throw new IOException("connection file " + path + " does not exist" + WAY_OUT, e);
        } catch (IllegalArgumentException e) {
            throw new IOException("connection file " + path + ": " + e.getMessage() + WAY_OUT, e);
        }
    }

    private static ConnectionFile from(Fields fields) {
        var transport = fields.text("transport", TRANSPORT);
        if (!transport.equals(TRANSPORT)) {
            throw new IllegalArgumentException(
                    "transport '"
                            + transport
                            + "' is not spoken here, only tcp (of ipc, no Java library speaks the form that front ends do)");
        }
        var ports = new EnumMap<Channel, Integer>(Channel.class);
        for (var channel : Channel.values()) {
            long port =
                    fields.number(channel.portField())
                            .orElseThrow(() -> missing(channel.portField()));
            ports.put(channel, port < 0 || port > Integer.MAX_VALUE ? -1 : (int) port);
        }
        var publicKey = fields.text("curve_publickey", "");
        var secretKey = fields.text("curve_secretkey", "");
        return new ConnectionFile(
                fields.text("ip"),
                ports,
                fields.text("key", ""),
                fields.text("signature_scheme", "hmac-sha256"),
                fields.text("kernel_name", ""),
                publicKey.isEmpty() && secretKey.isEmpty()
                        ? null
                        : new CurveKeys(publicKey, secretKey));
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException("the field '" + field + "' is missing");
    }

    /** Writes the file so that nobody but the owner ever could read it: it holds the key. */
    public void write(Path path) throws IOException {
        OwnerOnly.create(path);
        Files.write(path, json().getBytes(StandardCharsets.UTF_8));
    }

    private String json() {
        var map = new LinkedHashMap<String, Object>();
        map.put("transport", TRANSPORT);
        map.put("ip", ip);
        for (var channel : Channel.values()) {
            map.put(channel.portField(), port(channel));
        }
        map.put("key", key);
        map.put("signature_scheme", signatureScheme);
        map.put("kernel_name", kernelName);
        if (curveKeys != null) {
            map.put("curve_publickey", curveKeys.publicKey());
            map.put("curve_secretkey", curveKeys.secretKey());
        }
        return Json.write(map);
    }

    /** Returns the keys that encrypt the sockets, if they are to be encrypted. */
    public Optional<CurveKeys> curve() {
        return Optional.ofNullable(curveKeys);
    }

    /** Returns how messages are signed. */
    public Signature signature() {
        return Signature.of(signatureScheme, key);
    }

    /** Returns the port of a channel. */
    public int port(Channel channel) {
        return ports.getOrDefault(channel, 0);
    }

    /** Tells whether the address is one of version 6. */
    public boolean ipv6() {
        return ip.indexOf(':') >= 0;
    }

    /** Returns what the kernel binds. */
    public String address(Channel channel) {
        var host = ipv6() && !ip.startsWith("[") ? "[" + ip + "]" : ip;
        return TRANSPORT + "://" + host + ":" + port(channel);
    }

    /** Returns what a client on this machine connects to: every interface means the loopback one. */
    public String clientAddress(Channel channel) {
        return switch (ip) {
            case "*", "0.0.0.0" -> TRANSPORT + "://127.0.0.1:" + port(channel);
            case "::", "[::]" -> TRANSPORT + "://[::1]:" + port(channel);
            default -> address(channel);
        };
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "ConnectionFile["
                + TRANSPORT
                + "://"
                + ip
                + ", "
                + ports
                + ", "
                + signatureScheme
                + "]";
    }

    // The keys of a JSON object are texts.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
