package himalia.remote;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import himalia.display.bundle.Given;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
            Pattern.compile("(?:https?://)?(\\[[0-9a-fA-F:]+]|[\\w.-]+):(\\d{1,5})/?");
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
        var client =
                HttpClient.newBuilder()
                        .connectTimeout(SOON)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        try {
            var request =
                    HttpRequest.newBuilder(URI.create("http://" + this + "/overview"))
                            .timeout(SOON)
                            .build();
            return read(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "no Flink cluster answers at %s (%s); start one there (bin/start-cluster.sh of Flink %s), or name the host and port of the page of one that runs"
                            .formatted(this, why(e), EnvironmentInformation.getVersion()),
                    e);
        }
    }

    private static String why(IOException e) {
        var said = e.getMessage();
        return said == null || said.isBlank() ? "nobody listens" : said;
    }

    private ClusterOverview read(String answer) {
        JsonObject all;
        String version;
        try {
            all = JsonParser.parseString(answer).getAsJsonObject();
            version = all.get("flink-version").getAsString();
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IllegalStateException(
                    "what answers at %s is no Flink cluster; name the host and port of its page, 8081 where nobody chose another"
                            .formatted(this),
                    e);
        }
        var overview =
                new ClusterOverview(
                        this,
                        version,
                        all.get("taskmanagers").getAsInt(),
                        all.get("slots-total").getAsInt(),
                        all.get("slots-available").getAsInt(),
                        all.get("jobs-running").getAsInt());
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
