# texts.pl - the texts for people that xgettext cannot find, as C that it can read: comments and
# reasons of SQL files (their grammar: lib/store/ask.h), and the words that a field may hold.
# Usage: perl texts.pl FILE...
use strict;
use warnings;

my %seen;

sub say_text {
	my ($file, $line, $text) = @_;
	$text =~ s/^\s+|\s+$//g;
	return if $text eq '' || $seen{"$file\0$text"}++;
	$text =~ s/([\\"])/\\$1/g;
	print "#line $line \"$file\"\nN_(\"$text\")\n";
}

# A question: its first line, its parameters, the titles of its columns.
sub ask {
	my ($file, @lines) = @_;
	for my $i (0 .. $#lines) {
		local $_ = $lines[$i];
		if ($i == 0 && /^-- (.*)/) { say_text($file, 1, $1) }
		elsif (/^-- (?:empty|section): (.*)/) { say_text($file, $i + 1, $1) }
		elsif (/^-- :\w+[!*]*\s+(\S+)\s+(.*?)(\s+=\s+\S+)?$/) {
			say_text($file, $i + 1, $2);
			say_text($file, $i + 1, $_) for $1 =~ /^word:(.*)/ ? split /\|/, $1 : ();
		}
		elsif (/^(?!--).*--\s+(id|text|private|title|int|real|day|flag|word|list|json|state|mark|glyph|person|people|sentence|count|unit|key)(?::(\S+))?\s+(.*)/) {
			my $title = $3;
			say_text($file, $i + 1, $_) for split /\|/, $2 // '';
			$title =~ s/^[(\[{](.*)[)\]}]$/$1/;
			say_text($file, $i + 1, $title);
		}
	}
}

# Words that a filter takes.
sub asked {
	my ($file, @lines) = @_;
	for my $i (0 .. $#lines) {
		next unless $lines[$i] =~ /^-- :\w+[!*]*\s+word:(\S+)/;
		say_text($file, $i + 1, $_) for split /\|/, $1;
	}
}

# Literals that a CASE or a column gives: states, words, reasons.
sub literals {
	my ($file, @lines) = @_;
	for my $i (0 .. $#lines) {
		local $_ = $lines[$i];
		s/^((?:[^'-]|'(?:[^']|'')*'|-(?!-))*+)--.*/$1/;
		while (/\b(?:THEN|ELSE)\s*'((?:[^']|'')+)'(?!\s*[|=])|'((?:[^']|'')+)'\s*(?:END\s+)?AS\b/g) {
			my $text = $1 // $2;
			$text =~ s/''/'/g;
			say_text($file, $i + 1, $text) if $text =~ /^[a-z{]/ && $text =~ /[a-z]/ && $text !~ /[\$%]|^unixepoch$/;
		}
	}
}

# Names of objects.
sub objects {
	my ($file, $all) = @_;
	while ($all =~ /^const struct object \w+ = \{\s*"(\w+)"/mg) {
		my ($name, $at) = ($1, $-[0]);
		say_text($file, 1 + (substr($all, 0, $at) =~ tr/\n//), $name);
	}
}

# Words of a field: the string after its help; or a macro that is such a string; or words asked for.
sub words {
	my ($file, $all) = @_;
	my $string = qr/"(?:[^"\\]|\\.)*+"/;
	while ($all =~ /\b(?:NSI_T_WORD|K_WORD)\b[^"{}]*?N_\((?:$string\s*)++\)[^"{}]*+"([a-z][^"]*)"|^#define\s+[A-Z_]*(?:WAYS|WORDS|STATES)\s+"([^"]*)"|\b(?:nsi_word|word_find)\([^")]*?"([^"]*)"/mg) {
		my ($list, $at) = ($1 // $2 // $3, $-[0]);
		my $line = 1 + (substr($all, 0, $at) =~ tr/\n//);
		say_text($file, $line, $_) for split / /, $list;
	}
}

for my $file (@ARGV) {
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	binmode STDOUT, ':encoding(UTF-8)';
	my @lines = <$in>;
	chomp @lines;
	if ($file =~ /\.[ch]$/) { objects($file, join "\n", @lines); words($file, join "\n", @lines) }
	elsif ($file =~ m{/filter/}) { asked($file, @lines) }
	elsif ($file =~ m{/(ask|sum)/}) { ask($file, @lines); literals($file, @lines) }
	else { literals($file, @lines) }
}
