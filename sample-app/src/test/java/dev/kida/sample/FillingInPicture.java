package dev.kida.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Makes the README's picture: the dashboard at three moments, side by side. Not part of the build; run it with
 * {@code ./mvnw -pl sample-app -am test -Dtest=FillingInPicture -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class FillingInPicture {

    private static final Path PICTURE = Path.of("../docs/images/filling-in.png");
    private static final int WIDTH = 560;
    private static final int GAP = 14;

    @Test
    void take() throws Exception {
        List<BufferedImage> moments = new ArrayList<>();
        try (RunningShop shop = RunningShop.start(Stack.NETTY);
                Chromium browser = Chromium.start(Chromium.installed().orElseThrow())) {
            browser.open(shop.url("/"));
            browser.waitUntil("document.querySelector('main h1')");
            moments.add(picture(browser));

            shop.pace().allow("takings", 1);
            shop.pace().allow("orders", 3);
            browser.waitUntil("document.querySelectorAll('#orders tbody tr').length == 3");
            moments.add(picture(browser));

            shop.pace().allowEverything();
            browser.waitUntil("document.readyState == 'complete'");
            moments.add(picture(browser));
        }
        Files.createDirectories(PICTURE.getParent());
        ImageIO.write(sideBySide(moments), "png", PICTURE.toFile());
    }

    private static BufferedImage picture(Chromium browser) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(browser.screenshot()));
    }

    private static BufferedImage sideBySide(List<BufferedImage> pictures) {
        int height = WIDTH * pictures.get(0).getHeight() / pictures.get(0).getWidth();
        BufferedImage all =
                new BufferedImage(pictures.size() * (WIDTH + GAP) - GAP, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = all.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, all.getWidth(), all.getHeight());
        canvas.setColor(Color.LIGHT_GRAY);
        int x = 0;
        for (BufferedImage picture : pictures) {
            canvas.drawImage(picture.getScaledInstance(WIDTH, height, Image.SCALE_SMOOTH), x, 0, null);
            canvas.drawRect(x, 0, WIDTH - 1, height - 1);
            x += WIDTH + GAP;
        }
        canvas.dispose();
        return all;
    }
}
