#!/usr/bin/perl
# Every `$ command` of README.md, CONTRIBUTING.md and the manual is run in order and must print what
# the page shows. A line "workspace: NAME" ("%" before it in man/*.txt, "<!--" in *.md) makes a fresh
# one; "today: DAY" sets the day; a shown line "..." stands for any lines, inside a line for anything; lines
# that begin with "> " go on with the command.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename;
use File::Temp qw(tempdir);

my $top = abs_path(dirname(__FILE__) . '/../..');
my $build = $ENV{BUILD} || 'build';
$build = "$top/$build" unless $build =~ m{^/};
my $scratch = tempdir(CLEANUP => 1);
my $n = 0;

# What a workspace is made of: its day, and the commands that prepare it.
my $september = 'examples/school-161/september.sh w >/dev/null';
my $approved = "ORDER=45-о PROTOCOL=1 $september";
my %workspaces = (
	empty     => ['2026-09-01', ''],
	school    => ['2026-09-01', 'nsi init w --org s161 --lang en >/dev/null && nsi -C w -q module load ../examples/school-161 >/dev/null && nsi -C w year open >/dev/null'],
	september => ['2026-09-01', "$approved && nsi -C w config lang en >/dev/null"],
	autumn    => ['2026-11-12', "NSI_TODAY=2026-09-01; export NSI_TODAY; $approved && " .
	              'NSI_TODAY=2026-11-12 nsi -C w iop mark --from ../examples/school-161/marks-autumn.csv >/dev/null && nsi -C w config lang en >/dev/null'],
);

sub sh { my ($in, $command) = @_; open my $f, '-|', 'sh', '-c', 'cd "$1" && { eval "$2"; } 2>&1', 'sh', $in, $command or die; local $/; my $out = <$f>; close $f; return ($out // '', $? >> 8); }

sub home {
	my $home = tempdir(DIR => $scratch);
	symlink "$top/examples", "$home/examples";
	@ENV{qw(HOME XDG_CONFIG_HOME)} = ($home, "$home/config");
	return $home;
}

# A workspace is made once in each language and copied.
my %made;
sub workspace {
	my ($name, $lang) = @_;
	my $prepared = $workspaces{$name} or die "no workspace '$name'\n";
	$ENV{NSI_TODAY} = $prepared->[0];
	$ENV{LANG} = $lang eq 'ru' ? 'ru_RU.UTF-8' : 'C';
	return home() unless $prepared->[1];
	unless ($made{"$name $lang"}) {
		my $first = home();
		my ($out, $code) = sh($first, $prepared->[1] =~ s/lang en\b/lang $lang/r);
		print "# $name: $out" if $code;
		$made{"$name $lang"} = "$first/w";
	}
	my $home = home();
	system('cp', '-Rp', $made{"$name $lang"}, "$home/w");
	return "$home/w";
}

sub like_shown {
	my ($got, $want) = @_;
	my $pattern = join '', map { $_ eq "...\n" ? '(?:.*\n)*?' : join '.*', map { quotemeta } split /\.\.\./, $_, -1 } $want =~ /.*\n/g;
	return $got =~ /\A$pattern\z/;
}

# One example: what the page is to show from now on (what it shows, unless ACCEPT and different).
sub try {
	my ($page, $line, $in, $command, $want) = @_;
	my ($got, $code) = sh($in, $command);
	my ($shown, $blank) = $want =~ /\A(.*?)(\n*)\z/s;
	$shown .= "\n" and $blank =~ s/\n// if length $shown;
	$got =~ s/\n*\z/\n/ if length $got;
	my $good = like_shown($got, $shown);
	printf "%s %d - %s:%d: %s\n", $good ? 'ok' : 'not ok', ++$n, $page, $line, $command =~ /(.*)/;
	return $want if $good;
	print "# got:\n", map { "#   $_" } $got =~ /.*\n/g;
	print "# shown:\n", map { "#   $_" } $shown =~ /.*\n/g;
	return $ENV{ACCEPT} ? $got . $blank : $want;
}

sub page {
	my ($path) = @_;
	my ($in, $fence, $command, $want, $at, $new, $number) = (undef, 0, undef, '', 0, '', 0);
	my $tab = $path =~ /\.txt$/ ? "\t" : '';
	my $lang = $path =~ m{man/ru/} ? 'ru' : 'en';
	my $run = sub {
		return unless defined $command;
		$new .= join '', map { $_ eq "\n" ? $_ : "$tab$_" } try($lang eq 'ru' ? 'ru/' . basename($path) : basename($path), $at, $in // die("$path: which workspace?\n"), $command, $want) =~ /.*\n/g;
		undef $command;
	};
	open my $f, '<', $path or die "$path: $!\n";
	while (my $line = <$f>) {
		$number++;
		my $shown = $tab ? $line =~ /^\t|^\n/ : $fence && $line !~ /^```/;
		my $text = $tab && $shown ? $line =~ s/^\t//r : $line;
		if ($shown && defined $command && $want eq '' && $text =~ /^> (.*)/) { $command .= "\n$1"; $new .= $line; next; }
		if ($shown && defined $command && $text !~ /^\$ /) { $want .= $text; next; }
		$run->();
		$new .= $line;
		$fence = !$fence if !$tab && $line =~ /^```/;
		if ($shown && $text =~ /^\$ (.*)/) { ($command, $want, $at) = ($1, '', $number); }
		elsif ($line =~ /^(?:%|<!--) workspace: (\S+)/) { $in = workspace($1, $lang); }
		elsif ($line =~ /^(?:%|<!--) today: (\S+)/) { $ENV{NSI_TODAY} = $1; }
	}
	$run->();
	return unless $ENV{ACCEPT};
	open my $out, '>', $path or die "$path: $!\n";
	print $out $new;
}

delete @ENV{qw(NSI_DB NSI_ACTOR NSI_NOW LANG LC_ALL LANGUAGE)};
$ENV{PATH} = "$build:$ENV{PATH}";
$ENV{NSI_BIN} = "$build/nsi";
$ENV{NSI_ORIGIN} = "s161.school";
page($_) for @ARGV ? @ARGV : (glob("$top/*.md"), glob("$top/man/*.txt"), glob("$top/man/ru/*.txt"));
print "1..$n\n";
