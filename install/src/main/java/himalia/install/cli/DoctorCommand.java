package himalia.install.cli;

import himalia.display.chart.draw.FontTrouble;
import himalia.install.kernelspec.Distribution;
import himalia.install.kernelspec.InstalledJdk;
import himalia.install.kernelspec.PythonPrefix;
import himalia.install.kernelspec.SpecFolder;
import himalia.install.kernelspec.SpecFolders;
import himalia.install.kernelspec.StartupCache;
import himalia.install.lab.Lab;
import himalia.install.lab.PrivateLab;
import himalia.install.lab.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code himalia doctor}: what was found, and what to do where something is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Says what it found on this machine, and what to do where something is missing.")
final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        var out = command.commandLine().getOut();
        var home = Distribution.ofThisProcess();
        var jdk = InstalledJdk.running();
        say(out, true, "Himalia", home.folder().toString());
        say(out, true, "JDK", jdk.version() + " at " + jdk.home());
        var fonts = FontTrouble.here();
        say(
                out,
                fonts.isEmpty(),
                "Fonts",
                fonts.map(FontTrouble::line).orElse("text in charts can be drawn"));
        maven(out);
        cache(out, new StartupCache(home, jdk, false));
        jupyter(out);
        kernels(out);
        out.flush();
        return 0;
    }

    private static void maven(PrintWriter out) {
        var maven = new Programs(System.getenv()).find("mvn");
        say(
                out,
                maven.isPresent(),
                "Maven",
                maven.map(Object::toString)
                        .orElse("not on the PATH; only building from the sources needs it"));
    }

    private static void cache(PrintWriter out, StartupCache cache) {
        say(
                out,
                cache.exists(),
                "Startup cache",
                cache.exists()
                        ? cache.file().toString()
                        : "none for this JDK and these jars; 'himalia install' makes it");
    }

    private static void jupyter(PrintWriter out) {
        try {
            var lab = Lab.find(System.getenv()).or(() -> PrivateLab.here().find());
            say(
                    out,
                    lab.isPresent(),
                    "JupyterLab",
                    lab.map(found -> found.version() + " at " + found.jupyter())
                            .orElse("none on the PATH; 'himalia lab' makes a private one"));
        } catch (IllegalArgumentException e) {
            say(out, false, "JupyterLab", String.valueOf(e.getMessage()));
        }
    }

    private static void kernels(PrintWriter out) throws IOException {
        var none = true;
        var places = SpecFolders.here();
        var folders = new LinkedHashSet<>(places.all(PythonPrefix.find()));
        folders.add(places.below(PrivateLab.here().folder()));
        for (var folder : folders) {
            for (var spec : new SpecFolder(folder).list()) {
                none = false;
                var missing = spec.missing();
                say(
                        out,
                        missing.isEmpty(),
                        "Kernel " + spec.name(),
                        missing.map(path -> path + " is gone; run 'himalia install' again")
                                .orElse(spec.displayName() + " in " + spec.folder()));
            }
        }
        if (none) {
            say(
                    out,
                    false,
                    "Kernel",
                    "installed nowhere yet; 'himalia install' tells Jupyter of it");
        }
    }

    private static void say(PrintWriter out, boolean well, String what, String words) {
        out.printf("%s %-14s %s%n", well ? "✓" : "·", what, words);
    }
}
