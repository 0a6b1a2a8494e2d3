package himalia.kernel.session;

import himalia.kernel.protocol.content.KernelInfoReply;
import java.util.List;

/** The requests that are answered in a line or two. */
final class Handlers {
    private Handlers() {}

    static Handler kernelInfo(String version) {
        var language =
                new KernelInfoReply.LanguageInfo(
                        "java",
                        System.getProperty("java.version"),
                        "text/x-java",
                        ".jshell",
                        "java",
                        "text/x-java",
                        "script");
        var links =
                List.of(
                        new KernelInfoReply.HelpLink(
                                "Java API", "https://docs.oracle.com/en/java/javase/"),
                        new KernelInfoReply.HelpLink("JShell", "https://openjdk.org/jeps/222"));
        var banner =
                "Himalia "
                        + version
                        + ": Java "
                        + Runtime.version().feature()
                        + " with a library for machine-learning systems. %lsmagic lists the magics.";
        var reply =
                new KernelInfoReply(
                        "himalia",
                        version,
                        language,
                        banner,
                        links,
                        List.of("debugger", "kernel subshells"));
        return request -> request.reply(reply);
    }
}
