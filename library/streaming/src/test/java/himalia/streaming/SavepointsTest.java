package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SavepointsTest {
    @Test
    void whatFollowsIsNotForTheThreadOfAllDelays() throws Exception {
        var name =
                Savepoints.orSoon(new CompletableFuture<>())
                        .thenApply(done -> Thread.currentThread().getName());

        assertThat(name.get()).doesNotContainIgnoringCase("delay");
    }
}
