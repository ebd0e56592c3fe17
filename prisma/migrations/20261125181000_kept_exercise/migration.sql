-- CreateTable
CREATE TABLE "KeptExercise" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "exercise" TEXT NOT NULL,

    PRIMARY KEY ("id", "version")
);
