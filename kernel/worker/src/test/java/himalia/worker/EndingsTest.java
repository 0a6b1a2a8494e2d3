package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndingsTest {
    private final List<List<String>> told = new ArrayList<>();
    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
    private final Endings endings = new Endings(told::add);

    @Test
    void theLatestIsClosedFirstAndAFailureStopsNobody() {
        endings.add("a", () -> closed.add("a"));
        endings.add(
                "b",
                () -> {
                    throw new IOException("no");
                });
        endings.add("c", () -> closed.add("c"));
        endings.run();
        assertThat(closed).containsExactly("c", "a");
        endings.run();
        assertThat(closed).hasSize(2);
    }

    @Test
    void oneThatLastsDoesNotKeepTheOthersFromTheirEnd() {
        var never = new CountDownLatch(1);
        endings.add("first", () -> closed.add("first"));
        endings.add("lasts", never::await);
        endings.run();
        assertThat(closed).containsExactly("first");
        never.countDown();
    }

    @Test
    void whatIsTakenBackIsNotClosedAndNotToldOf() {
        endings.add("server", () -> closed.add("server"));
        var taken = endings.add("server", () -> closed.add("the other server"));
        taken.run();
        taken.run();
        assertThat(told)
                .containsExactly(List.of("server"), List.of("server", "server"), List.of("server"));
        endings.run();
        assertThat(closed).containsExactly("server");
    }

    @Test
    void whatIsNothingIsRefusedAtOnce() {
        assertThatThrownBy(() -> endings.add("x", null)).hasMessage("how x is closed");
        assertThat(told).isEmpty();
    }
}
