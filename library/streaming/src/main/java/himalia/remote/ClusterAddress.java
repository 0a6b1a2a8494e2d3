package himalia.remote;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import himalia.display.bundle.Given;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * Where the job manager of a Flink cluster answers: the host and port of its page.
 *
 * <pre>{@code
 * ClusterAddress.of("flink.example.org:8081").overview();   // 2 task managers, 8 slots, 8 of them free
 * }</pre>
 *
 * @param host a name or an address
 * @param port what {@code rest.port} says there, 8081 where it says nothing
 */
public record ClusterAddress(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:http://)?(\\[[0-9a-fA-F:]+]|[\\w.-]+):(\\d{1,5})/?");

    /** In bytes; what answers more is something else. */
    private static final int MOST = 1 << 16;

    private static final Duration SOON = Duration.ofSeconds(5);

    /** Checks them. */
    public ClusterAddress {
        Given.given(host, "host");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "the port of a cluster is from 1 to 65535, got " + port);
        }
    }

    /** Reads {@code host:port}. */
    public static ClusterAddress of(String text) {
        if (Given.given(
                        text,
                        "address",
                        "name the host and port of its page, such as localhost:8081")
                .strip()
                .startsWith("https:")) {
            throw new IllegalArgumentException(
                    "a cluster is spoken to over http, and '%s' says https; name the host and port of its page, such as localhost:8081, which a tunnel can be to one behind https"
                            .formatted(text));
        }
        var parts = FORM.matcher(Given.given(text, "text").strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a cluster is named by the host and port of its page, such as localhost:8081; got '%s'"
                            .formatted(text));
        }
        return new ClusterAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    /**
     * Asks the cluster what it has.
     *
     * @throws IllegalStateException if nobody answers there, or somebody who is no Flink cluster of this version
     */
    public ClusterOverview overview() throws InterruptedException {
        try {
            return read(answer());
        } catch (IOException e) {
            // Its causes say nothing that these words do not.
            throw new IllegalStateException(
                    "no Flink cluster answers at %s (%s); start one there (bin/start-cluster.sh of Flink %s), or name the host and port of the page of one that runs"
                            .formatted(this, why(e), EnvironmentInformation.getVersion()));
        }
    }

    /** Whoever listens there may go on for ever. */
    private String answer() throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder()
                        .connectTimeout(SOON)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        var request = HttpRequest.newBuilder(page()).build();
        var body = new ByteArrayOutputStream();
        var asked =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.ofByteArrayConsumer(
                                part ->
                                        part.filter(bytes -> body.size() < MOST)
                                                .ifPresent(body::writeBytes)));
        try {
            asked.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
            return body.toString(StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(
                    "no whole answer within %d seconds".formatted(SOON.toSeconds()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e);
        } finally {
            asked.cancel(true);
        }
    }

    /** Names of containers have a {@code _}, which no address of a page may have. */
    private URI page() throws UnknownHostException {
        var reached = host;
        if (host.contains("_")) {
            var found = InetAddress.getByName(host);
            reached =
                    found instanceof Inet6Address
                            ? "[" + found.getHostAddress() + "]"
                            : found.getHostAddress();
        }
        return URI.create("http://%s:%s/overview".formatted(reached, port));
    }

    private static String why(IOException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException
                    || each instanceof UnknownHostException) {
                return "there is no such host";
            }
        }
        var said = e.getMessage();
        return said == null || said.isBlank() ? "nobody listens" : said;
    }

    private ClusterOverview read(String answer) {
        ClusterOverview overview;
        try {
            var all = JsonParser.parseString(answer).getAsJsonObject();
            overview =
                    new ClusterOverview(
                            this,
                            all.get("flink-version").getAsString(),
                            all.get("taskmanagers").getAsInt(),
                            all.get("slots-total").getAsInt(),
                            all.get("slots-available").getAsInt(),
                            all.get("jobs-running").getAsInt());
        } catch (JsonParseException
                | IllegalStateException
                | NumberFormatException
                | UnsupportedOperationException
                | NullPointerException e) {
            throw new IllegalStateException(
                    "what answers at %s is no Flink cluster; name the host and port of its page, 8081 where nobody chose another"
                            .formatted(this),
                    e);
        }
        checkVersion(overview.version());
        return overview;
    }

    /** Jobs are sent as serialised objects of Flink's. */
    private void checkVersion(String theirs) {
        var ours = EnvironmentInformation.getVersion();
        if (!minor(theirs).equals(minor(ours))) {
            throw new IllegalStateException(
                    "the cluster at %s runs Flink %s, and this notebook has %s, whose jobs it cannot read; start a cluster of %3$s"
                            .formatted(this, theirs, ours));
        }
    }

    private static String minor(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*$", "$1");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
