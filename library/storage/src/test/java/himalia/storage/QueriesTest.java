package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QueriesTest {
    @Test
    void whoeverInterruptsCancelsTheQuestionThatRuns() throws Exception {
        var asked = new CountDownLatch(1);
        var ended = new CompletableFuture<SQLException>();
        var told = new CompletableFuture<Exception>();
        var cell =
                new Thread(
                        () -> {
                            try {
                                FileWork.run(
                                        Path.of("t.csv"),
                                        Progress.whenLong("rows", 1),
                                        job -> {
                                            try (var queries = Queries.open(job)) {
                                                asked.countDown();
                                                return queries.row(
                                                        "SELECT sum(sqrt(range)) FROM range(1000000000000)",
                                                        row -> row.getLong(1));
                                            } catch (SQLException e) {
                                                ended.complete(e);
                                                return 0L;
                                            }
                                        });
                            } catch (Exception e) {
                                told.complete(e);
                            }
                        });
        cell.start();
        asked.await();
        cell.interrupt();
        assertThat((Throwable) ended.get(20, TimeUnit.SECONDS))
                .hasMessageMatching("(?is).*interrupt.*");
        assertThat(told.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }
}
