package himalia.magics.notebook;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moves to another folder, as far as a JVM can. */
@Command(
        name = "cd",
        description =
                "Moves magics, !commands and the next worker to another folder. A JVM cannot move itself: relative"
                        + " paths in Java code stay.",
        footer = "Example: %%cd data")
public final class CdMagic implements LineMagic<Void> {
    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: your home folder.")
    private @Nullable String folder;

    @Override
    public @Nullable Void run(Notebook notebook) throws IOException {
        var home = System.getProperty("user.home");
        var asked = folder == null || folder.equals("~") ? home : folder;
        if (asked.startsWith("~/")) {
            asked = home + asked.substring(1);
        }
        var target = notebook.directory().resolve(asked);
        if (!Files.isDirectory(target)) {
            throw new MagicException("%cd: there is no folder " + target.normalize());
        }
        notebook.changeDirectory(target.toRealPath());
        var here = Path.of("").toAbsolutePath();
        notebook.display(
                MimeBundle.plain(
                        notebook.directory()
                                + (here.equals(notebook.directory())
                                        ? ""
                                        : "\nfor magics, !commands and the next worker (%jvm --restart);"
                                                + " relative paths in Java code still start from "
                                                + here)));
        return null;
    }
}
