package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplaySink;
import himalia.display.bundle.MimeBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What becomes of a store that is open when the session ends. */
class RowStoreEndTest {
    @TempDir private Path folder;

    /** A notebook that nobody watches, with an end. */
    private static final class Session implements DisplaySink {
        private final Map<String, AutoCloseable> ends = new LinkedHashMap<>();

        @Override
        public void show(MimeBundle bundle, Optional<String> id) {}

        @Override
        public void update(String id, MimeBundle bundle) {}

        @Override
        public void clear(boolean wait) {}

        @Override
        public boolean isWatched() {
            return false;
        }

        @Override
        public Runnable onEnd(String what, AutoCloseable action) {
            ends.put(what, action);
            return () -> ends.remove(what, action);
        }
    }

    @Test
    void rowsThatWaitAreWritten() throws Exception {
        var session = new Session();
        Display.connect(session);
        var like = Table.create("t", IntColumn.create("id"));
        RowStore.create(folder.resolve("closed.jsonl"), like).close();
        var file = folder.resolve("open.jsonl");
        RowStore.create(file, like).append(Map.of("id", 1));
        assertThat(session.ends).containsOnlyKeys("row store open.jsonl");

        for (var end : Map.copyOf(session.ends).values()) {
            end.close();
        }
        assertThat(Files.readString(file)).isEqualTo("{\"id\":1}\n");
        assertThat(session.ends).isEmpty();
    }
}
