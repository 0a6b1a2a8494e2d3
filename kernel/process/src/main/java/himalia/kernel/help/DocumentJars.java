package himalia.kernel.help;

import java.nio.file.Path;
import java.util.Optional;

/** Where the documentation of the jars on the class path is; asked when something is inspected, never by a cell. */
public interface DocumentJars {
    /** Nothing is documented. */
    DocumentJars NONE =
            new DocumentJars() {
                @Override
                public Optional<Path> of(Path jar) {
                    return Optional.empty();
                }

                @Override
                public String advice(Path jar) {
                    return "";
                }
            };

    /** Returns the jar with the sources of a jar, or with the pages made from them, where it is on this machine. */
    Optional<Path> of(Path jar);

    /** Says how to get it where it is not. */
    String advice(Path jar);
}
