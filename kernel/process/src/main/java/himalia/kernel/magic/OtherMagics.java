package himalia.kernel.magic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What ours is called, of the magics that people know from Python's notebooks. */
final class OtherMagics {
    private static final Map<String, String> OURS = new HashMap<>();

    static {
        put(
                "A shell command begins with !: write !%s.",
                "ls", "cat", "mkdir", "rmdir", "rm", "cp", "mv", "ll", "less", "more", "man", "git",
                "curl", "wget", "touch", "echo", "grep", "head", "tail", "find", "clear");
        put(
                "A Java library is added with %%maven group:artifact:version; for Python's own write !%s.",
                "pip", "conda", "mamba", "uv");
        put(
                "A Java library is added with %%maven group:artifact:version.",
                "dependency", "mvn", "gradle");
        put(
                "A chart shows itself when it is the last line of a cell, or with display(chart).",
                "matplotlib",
                "pylab");
        put(
                "For help write %%name --help for a magic, or name? for anything in Java.",
                "help", "magic", "quickref", "pinfo", "pdoc", "psource");
        put(
                "Cells are Java; another program is run with ! or in %%%%bash.",
                "python", "python3", "ruby", "perl", "script", "sh", "cmd", "powershell");
        put("Cells are Java: write the code without it.", "java", "jshell");
        put(
                "Breakpoints are set with the debugger of the front end (the bug at its top).",
                "debug",
                "pdb",
                "tb");
        put(
                "A changed class is declared anew by running its cell; a jar joins with %%jars.",
                "reload_ext", "load_ext", "autoreload");
        put("%%time and %%timeit measure.", "prun", "lprun", "memit", "mprun");
        put("%%writefile writes a file.", "file", "save", "edit");
        put("%%load and %%run bring in a file or a notebook.", "open", "source", "include");
        put("Texts are shown with display(…) or System.out.println(…).", "print", "println");
    }

    private OtherMagics() {}

    private static void put(String hint, String... names) {
        for (var name : names) {
            OURS.put(name, hint.formatted(name));
        }
    }

    /** Returns what to write instead, where the name is known from elsewhere. */
    static Optional<String> ours(String name) {
        return Optional.ofNullable(OURS.get(name));
    }
}
