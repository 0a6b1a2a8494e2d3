package himalia.resolver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A repository of a few files on a free local port; it may want credentials, and be reached as a proxy. */
final class TestRepository implements AutoCloseable {
    /** What comes to no end. */
    static final byte[] ENDLESS = new byte[0];

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String wanted = "";
    private volatile boolean proxy;

    TestRepository() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Takes nobody without these credentials. */
    TestRepository only(String user, String password) {
        var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        wanted = "Basic " + Base64.getEncoder().encodeToString(both);
        return this;
    }

    /** Is asked for whole addresses, as proxies are. */
    TestRepository asProxy() {
        proxy = true;
        return this;
    }

    /** Offers an artifact of one class file, without dependencies, with checksums and a list of versions. */
    TestRepository with(String group, String artifact, String version) {
        return with(group, artifact, version, jar());
    }

    /** Offers an artifact that needs others, each {@code group:artifact:version}. */
    TestRepository needing(String group, String artifact, String version, String... others) {
        with(group, artifact, version);
        var needed = new StringBuilder();
        for (var other : others) {
            needed.append(
                    "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                            .formatted((Object[]) other.split(":")));
        }
        var pom = new String(pom(group, artifact, version), StandardCharsets.UTF_8);
        put(
                "/%s/%s/%s/%s-%s.pom"
                        .formatted(group.replace('.', '/'), artifact, version, artifact, version),
                text(
                        pom.replace(
                                "</project>",
                                "<dependencies>" + needed + "</dependencies></project>")));
        return this;
    }

    TestRepository with(String group, String artifact, String version, byte[] jar) {
        var base = "/" + group.replace('.', '/') + "/" + artifact;
        var file = base + "/" + version + "/" + artifact + "-" + version;
        put(file + ".pom", pom(group, artifact, version));
        put(file + ".jar", jar);
        var versions = new StringBuilder();
        files.keySet().stream()
                .filter(each -> each.startsWith(base + "/") && each.endsWith(".pom"))
                .map(each -> each.split("/")[each.split("/").length - 2])
                .sorted()
                .forEach(each -> versions.append("<version>" + each + "</version>"));
        put(
                base + "/maven-metadata.xml",
                text(
                        "<metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning><versions>%s</versions></versioning></metadata>"
                                .formatted(group, artifact, versions)));
        return this;
    }

    static byte[] pom(String group, String artifact, String version) {
        return text(
                "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></project>"
                        .formatted(group, artifact, version));
    }

    /** Offers a file with its checksum. */
    void put(String path, byte[] bytes) {
        files.put(path, bytes);
        files.put(path + ".sha1", text(sha1(bytes)));
    }

    /** Offers a file alone. */
    void putAlone(String path, byte[] bytes) {
        files.put(path, bytes);
        files.remove(path + ".sha1");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] jar() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/b/C.class"));
            zip.write(new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns what was asked for, in order. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            asked.add(proxy ? uri.toString() : uri.getPath());
            var header = exchange.getRequestHeaders();
            var given = header.getFirst(proxy ? "Proxy-Authorization" : "Authorization");
            if (!wanted.isEmpty() && !wanted.equals(given)) {
                exchange.getResponseHeaders()
                        .add(
                                proxy ? "Proxy-Authenticate" : "WWW-Authenticate",
                                "Basic realm=\"test\"");
                exchange.sendResponseHeaders(proxy ? 407 : 401, -1);
                return;
            }
            var bytes = files.get(uri.getPath());
            if (bytes == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (bytes == ENDLESS) {
                exchange.sendResponseHeaders(200, 0);
                var block = new byte[1 << 16];
                while (true) {
                    exchange.getResponseBody().write(block);
                }
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head || bytes.length == 0 ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
