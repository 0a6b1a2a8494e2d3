package himalia.install.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code himalia --version} says: ours, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var ours = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Himalia " + Objects.requireNonNullElse(ours, "(from its sources)"),
            "JDK " + Runtime.version() + " at " + System.getProperty("java.home")
        };
    }
}
