package himalia.magics.storage;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** Offers the databases that lie in the folder. */
public final class DatabaseFiles implements Candidates {
    private static final Pattern NAME = Pattern.compile("(?i).+\\.(?:duckdb|sqlite3?|db)");

    @Override
    public List<String> of(LineSoFar line) throws IOException {
        try (var files = Files.list(line.directory())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }
}
