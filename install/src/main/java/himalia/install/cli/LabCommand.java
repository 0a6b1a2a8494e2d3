package himalia.install.cli;

import himalia.install.kernelspec.Distribution;
import himalia.install.kernelspec.InstalledJdk;
import himalia.install.kernelspec.KernelCommand;
import himalia.install.kernelspec.KernelSpec;
import himalia.install.kernelspec.PythonPrefix;
import himalia.install.kernelspec.SpecFolder;
import himalia.install.kernelspec.SpecFolders;
import himalia.install.lab.Lab;
import himalia.install.lab.PrivateLab;
import himalia.install.lab.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code himalia lab}: opens JupyterLab with the kernel in it. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = {
            "Opens JupyterLab with the kernel in it.",
            "Takes the one that JUPYTER or the PATH names, else one in a private Python environment,"
                    + " made on first use."
        })
final class LabCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ARGUMENT",
            description = "Passed on to 'jupyter lab': a folder, a notebook, its options.")
    private List<String> arguments = List.of();

    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = command.commandLine().getOut();
        var lab = Lab.find(System.getenv());
        var chosen = lab.isPresent() ? lab.get() : privateLab(out);
        out.println("JupyterLab " + chosen.version() + " at " + chosen.jupyter());
        var kernel = new KernelCommand(Distribution.ofThisProcess(), InstalledJdk.running());
        InstallCommand.train(kernel, out);
        var spec = KernelSpec.of(KernelSpec.DEFAULT_NAME, kernel);
        out.println("The kernel is in " + folder(chosen).install(spec));
        out.flush();
        var words = new ArrayList<String>();
        words.add(chosen.jupyter().toString());
        words.add("lab");
        words.addAll(arguments);
        return Programs.run(words);
    }

    private static Lab privateLab(PrintWriter out) throws IOException, InterruptedException {
        var own = PrivateLab.here();
        var made = own.find();
        if (made.isPresent()) {
            return made.get();
        }
        var programs = new Programs(System.getenv());
        var python =
                programs.find("python3")
                        .or(() -> programs.find("python"))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no JupyterLab here, and no python3 to make one"
                                                        + " with; install Python 3.9 or newer"));
        out.println("No JupyterLab here; putting one, for Himalia alone, into " + own.folder());
        out.println("(some 200 MB; delete the folder to be rid of it)");
        out.flush();
        return own.make(python);
    }

    /** The environment of that JupyterLab; the user's folder where it may not be written. */
    private static SpecFolder folder(Lab lab) {
        var folders = SpecFolders.here();
        return lab.python()
                .flatMap(python -> PythonPrefix.ask(python.toString()))
                .filter(Files::isWritable)
                .map(prefix -> new SpecFolder(folders.below(prefix)))
                .orElseGet(() -> new SpecFolder(folders.user()));
    }
}
