package himalia.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import himalia.remote.ClusterAddress;
import himalia.remote.Shipment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listens at an address may be anything, and what travels there is the same each time. */
@Timeout(60)
class ClusterAddressTest {
    /** What answers. */
    private interface Answering {
        void to(HttpExchange question) throws IOException;
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Answering answering)
            throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answering::to);
        server.start();
        try {
            var address = new ClusterAddress("127.0.0.1", server.getAddress().getPort());
            return assertThatThrownBy(address::overview).isInstanceOf(IllegalStateException.class);
        } finally {
            server.stop(0);
        }
    }

    /** As services of Docker are called. */
    @Test
    void aNameOfAContainerIsLookedUp() {
        assertThatThrownBy(() -> ClusterAddress.of("no_such_manager:8081").overview())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "no Flink cluster answers at no_such_manager:8081 (there is no such host)");
    }

    @Test
    void whatIsNoClusterIsToldSo() throws Exception {
        for (var answer : List.of("{\"flink-version\": \"2.3.0\"}", "hello", "[]", "")) {
            refused(
                            question -> {
                                question.sendResponseHeaders(200, 0);
                                question.getResponseBody().write(answer.getBytes(UTF_8));
                                question.close();
                            })
                    .hasMessageContaining("is no Flink cluster");
        }
    }

    @Test
    void whatAnswersForEverIsLeft() throws Exception {
        refused(
                        question -> {
                            question.sendResponseHeaders(200, 0);
                            while (true) {
                                question.getResponseBody().write(new byte[1000]);
                            }
                        })
                .hasMessageContaining("(no whole answer within 5 seconds)")
                .hasNoCause();
    }

    @Test
    void aHostThatIsNotThereIsNotOneWhereNobodyListens() {
        assertThatThrownBy(() -> ClusterAddress.of("nowhere.invalid:8081").overview())
                .hasMessageStartingWith(
                        "no Flink cluster answers at nowhere.invalid:8081 (there is no such host)")
                .hasNoCause();
        assertThatThrownBy(() -> ClusterAddress.of("https://flink:8081"))
                .hasMessageContaining("'https://flink:8081' says https");
        assertThat(ClusterAddress.of("http://flink:8081/"))
                .isEqualTo(new ClusterAddress("flink", 8081));
    }

    @Test
    void aFolderOfClassesIsTheSameJarEachTime() throws Exception {
        var folder =
                Path.of(
                        ClusterAddress.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        var packed =
                Shipment.of(List.of(), ClusterAddress.class.getName()).libraries().stream()
                        .filter(jar -> !jar.equals(folder))
                        .filter(jar -> jar.getFileName().toString().startsWith("classes-"))
                        .toList();
        assertThat(packed).isNotEmpty();
        for (var jar : packed) {
            try (var opened = new JarFile(jar.toFile())) {
                assertThat(opened.stream().map(JarEntry::getTimeLocal))
                        .containsOnly(LocalDateTime.of(1980, 2, 1, 0, 0));
            }
        }
    }
}
