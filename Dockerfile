# Build: docker build -t shopbooks .
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src ./src
COPY mappings ./mappings
COPY routes ./routes
RUN mvn -B -ntp -q package -DskipTests

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /shopbooks shopbooks \
    && mkdir -p /shopbooks/data && chown -R shopbooks /shopbooks
WORKDIR /shopbooks
COPY --from=build /build/target/shopbooks.jar ./shopbooks.jar
COPY routes ./routes
COPY mappings ./mappings
USER shopbooks
ENV SHOPBOOKS_DATA=/shopbooks/data
VOLUME ["/shopbooks/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "shopbooks.jar"]
CMD ["serve"]
