package himalia.magics.notebook;

import himalia.display.bundle.WholeFile;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the cell into a file, whole or not at all. */
@Command(
        name = "writefile",
        description = "Writes the cell into a file.",
        footer = "Example: %%writefile --append notes.txt")
public final class WritefileMagic implements CellMagic<String, String> {
    @Option(
            names = {"-a", "--append"},
            description = "Adds to the file instead of replacing it.")
    private boolean append;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Override
    public String run(Notebook notebook, String body) throws Exception {
        var target = notebook.directory().resolve(file);
        // No front end ends the last line of a cell; whoever reads the file counts on its end.
        var lines = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
        if (append) {
            var text = endsWithinALine(target) ? "\n" + lines : lines;
            Files.writeString(target, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return "Appended to " + file;
        }
        boolean there = Files.exists(target);
        WholeFile.write(target, lines);
        return (there ? "Overwrote " : "Wrote ") + file;
    }

    /** Whether what is added would go on with the last line. */
    private static boolean endsWithinALine(Path target) throws IOException {
        if (!Files.isRegularFile(target) || Files.size(target) == 0) {
            return false;
        }
        try (var file = new RandomAccessFile(target.toFile(), "r")) {
            file.seek(file.length() - 1);
            return file.read() != '\n';
        }
    }
}
