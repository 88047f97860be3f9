package dev.kida.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop in a process of its own, with a heap of a given size. */
final class SmallJvm implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Open (http://localhost:\\d+)/");
    private static final int LINES_KEPT = 200;

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final String address;

    private SmallJvm(Process process) throws IOException {
        this.process = process;
        BufferedReader output = process.inputReader();
        this.address = address(output);
        Thread drain = new Thread(() -> output.lines().forEach(this::keep), "shop-output");
        drain.setDaemon(true);
        drain.start();
    }

    static SmallJvm start(Stack stack, String heap) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                stack.mainClass().getName()));
        command.addAll(List.of(stack.arguments()));
        return new SmallJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    String url(String path) {
        return address + path;
    }

    /** What the shop has said lately. */
    synchronized String log() {
        return String.join("\n", lastLines);
    }

    private String address(BufferedReader output) throws IOException {
        String line;
        while ((line = output.readLine()) != null) {
            keep(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("The shop did not start:\n" + log());
    }

    private synchronized void keep(String line) {
        lastLines.addLast(line);
        if (lastLines.size() > LINES_KEPT) {
            lastLines.removeFirst();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
