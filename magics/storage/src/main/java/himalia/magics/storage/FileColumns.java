package himalia.magics.storage;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.util.List;

/** Offers the columns of the files that a line names. */
public final class FileColumns implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return List.copyOf(WrittenColumns.ofFiles(line.words(), line.directory()).columns());
    }
}
