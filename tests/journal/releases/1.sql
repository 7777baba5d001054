-- A journal as the first release left it. Its words are invented.
PRAGMA application_id = 1279674673;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE commitment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid TEXT NOT NULL, 
	reflection TEXT NOT NULL, 
	prompt_version INTEGER NOT NULL, 
	wording TEXT NOT NULL, 
	"if" TEXT NOT NULL, 
	"then" TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	notebook TEXT NOT NULL, 
	created TEXT NOT NULL, 
	extra TEXT DEFAULT '{}' NOT NULL, 
	UNIQUE (uid)
);
INSERT INTO "commitment" VALUES(1,'a1','expectations',1,'If … then I will …','a number moves','ask for two years','2026-03-16','03-expectations','2026-03-02T09:01:00+00:00','{}');
INSERT INTO "commitment" VALUES(2,'a2','expectations',1,'If … then I will …','Monday','listen','2026-03-16','03-expectations','2026-03-02T09:02:00+00:00','{}');
CREATE TABLE entry (
	id INTEGER NOT NULL, 
	prompt_id TEXT NOT NULL, 
	reflection TEXT NOT NULL, 
	created TEXT NOT NULL, 
	extra TEXT DEFAULT '{}' NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (prompt_id)
);
INSERT INTO "entry" VALUES(1,'expectations.email_april','expectations','2026-03-02T09:00:00+00:00','{"colour": "blue"}');
CREATE TABLE heard (
	entry_id INTEGER NOT NULL, 
	client TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (entry_id, client), 
	FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
CREATE TABLE place (
	notebook TEXT NOT NULL, 
	step TEXT NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (notebook)
);
INSERT INTO "place" VALUES('03-expectations.ipynb','try-it','2026-03-02T09:06:00+00:00');
CREATE TABLE question (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	reflection TEXT NOT NULL, 
	text TEXT NOT NULL, 
	notebook TEXT NOT NULL, 
	at TEXT NOT NULL, 
	extra TEXT DEFAULT '{}' NOT NULL
);
INSERT INTO "question" VALUES(1,'expectations','What do I reward?','03-expectations','2026-03-02T09:05:00+00:00','{}');
CREATE TABLE review (
	id INTEGER NOT NULL, 
	commitment_id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	status TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(commitment_id) REFERENCES commitment (id) ON DELETE CASCADE
);
INSERT INTO "review" VALUES(1,1,'2026-03-16T09:00:00+00:00','kept','The chart came.');
INSERT INTO "review" VALUES(2,2,'2026-03-02T09:03:00+00:00','dropped','');
CREATE TABLE version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entry_id INTEGER NOT NULL, 
	prompt_version INTEGER NOT NULL, 
	wording TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	began TEXT NOT NULL, 
	at TEXT NOT NULL, 
	client TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	extra TEXT DEFAULT '{}' NOT NULL, 
	FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "version" VALUES(1,1,1,'Your email in April','text','Thank you all.','2026-03-02T09:00:00+00:00','2026-03-02T09:00:30+00:00','page',1,'{}');
INSERT INTO "version" VALUES(2,1,2,'Your email in April, once more','text','What did you change?','2026-03-09T09:00:00+00:00','2026-03-09T09:00:00+00:00','page',2,'{}');
CREATE INDEX ix_entry_reflection ON entry (reflection);
CREATE INDEX ix_commitment_reflection ON commitment (reflection);
CREATE INDEX ix_question_reflection ON question (reflection);
CREATE INDEX version_of_entry ON version (entry_id, id);
CREATE INDEX review_of_commitment ON review (commitment_id, id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('version',2);
INSERT INTO "sqlite_sequence" VALUES('commitment',2);
INSERT INTO "sqlite_sequence" VALUES('question',1);
COMMIT;
