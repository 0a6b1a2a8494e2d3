package himalia.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;

class WatchedReaderTest {
    /** DuckDB asks on where one could not be read, and would take the next for the rest. */
    @Test
    void whatBrokeIsToldAgain() throws IOException {
        try (var memory = new RootAllocator();
                var reader = new WatchedReader(new Broken(memory), memory, rows -> 0)) {
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(reader::loadNextBatch)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("damaged");
            }
        }
    }

    /** Breaks once, and has nothing more then. */
    private static final class Broken extends ArrowReader {
        private boolean isOver;

        Broken(RootAllocator memory) {
            super(memory);
        }

        @Override
        public boolean loadNextBatch() {
            if (!isOver) {
                isOver = true;
                throw new IllegalStateException("damaged");
            }
            return false;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        protected void closeReadSource() {}

        @Override
        protected Schema readSchema() {
            throw new UnsupportedOperationException();
        }
    }
}
